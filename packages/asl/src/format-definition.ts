import type { StateMachineDefinition } from "./definition.js";
import { fieldOrder, isStateType } from "./field-order.js";
import { isRecord, type UnknownRecord } from "./json.js";

type Sorter = (value: unknown) => unknown;

/**
 * The definition as text: fields in canonical order, then unknown ones as they come; states and payloads in the order
 * given; two spaces, LF, one newline at the end.
 */
export function formatDefinition(definition: StateMachineDefinition): string {
  return `${JSON.stringify(sortDefinition(definition), null, 2)}\n`;
}

const sortRetrier = fields(fieldOrder.retrier, {});
const sortCatcher = fields(fieldOrder.catcher, {});
const sortScope: Sorter = (value) =>
  fields(fieldOrder.scope, {
    ProcessorConfig: fields(fieldOrder.processorConfig, {}),
    States: states,
  })(value);
const sortDefinition = fields(fieldOrder.definition, { States: states });

/** Sorters of the parts of a state, by field; a field means the same in every state that has it. */
const stateParts: Readonly<Record<string, Sorter>> = {
  Credentials: fields(fieldOrder.credentials, {}),
  Retry: each(sortRetrier),
  Catch: each(sortCatcher),
  Choices: each(sortChoiceRule),
  Branches: each(sortScope),
  ItemProcessor: sortScope,
  Iterator: sortScope,
  ItemReader: fields(fieldOrder.itemReader, { ReaderConfig: fields(fieldOrder.readerConfig, {}) }),
  ItemBatcher: fields(fieldOrder.itemBatcher, {}),
  ResultWriter: fields(fieldOrder.resultWriter, { WriterConfig: fields(fieldOrder.writerConfig, {}) }),
};

function states(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, state]) => [name, sortState(state)]));
}

const stateSorters = Object.fromEntries(
  Object.entries(fieldOrder.state).map(([type, order]) => [type, fields(order, stateParts)]),
);

function sortState(state: unknown): unknown {
  return isRecord(state) && isStateType(state.Type) ? stateSorters[state.Type]!(state) : state;
}

function sortChoiceRule(rule: unknown): unknown {
  return choiceRuleSorter(rule);
}

const choiceRuleSorter = fields(fieldOrder.choiceRule, {
  And: each(sortChoiceRule),
  Or: each(sortChoiceRule),
  Not: sortChoiceRule,
});

function fields(order: readonly string[], parts: Readonly<Record<string, Sorter>>): Sorter {
  return (value) => {
    if (!isRecord(value)) return value;
    const known = order.filter((key) => Object.hasOwn(value, key));
    const others = Object.keys(value).filter((key) => !order.includes(key));
    return Object.fromEntries([...known, ...others].map((key) => [key, sortPart(value, key, parts)]));
  };
}

function sortPart(record: UnknownRecord, key: string, parts: Readonly<Record<string, Sorter>>): unknown {
  const sort = Object.hasOwn(parts, key) ? parts[key] : undefined;
  return sort ? sort(record[key]) : record[key];
}

function each(sort: Sorter): Sorter {
  return (value) => (Array.isArray(value) ? value.map(sort) : value);
}
