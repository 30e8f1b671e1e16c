import type { ExpressionNode } from "@treadle/expressions";

/** A value that a workflow's lambdas can name: its key is also its variable, should it need one. */
export interface Value {
  readonly key: string;
  /** Set where the value is only another name for an expression over earlier values; it then never needs a variable. */
  readonly alias?: ExpressionNode;
}

/** What `s.name` means at a step; inner environments see the outer ones. */
export class Environment {
  readonly #values: ReadonlyMap<string, Value>;

  constructor(values: ReadonlyMap<string, Value> = new Map()) {
    this.#values = values;
  }

  with(name: string, value: Value): Environment {
    return new Environment(new Map([...this.#values, [name, value]]));
  }

  names(): string[] {
    return [...this.#values.keys()];
  }

  lookup(name: string): Value | undefined {
    return this.#values.get(name);
  }
}
