/** One thing that has to hold, and the figure that says whether it does. */
export interface Goal {
  readonly text: string;
  readonly holds: boolean;
  readonly found: string;
}

export function atMost(text: string, limit: number, figures: Readonly<Record<string, number>>): Goal {
  const [name, worst] = Object.entries(figures).reduce((a, b) => (b[1] > a[1] ? b : a));
  return { text: `${text}: at most ${limit}`, holds: worst <= limit, found: `${worst.toFixed(2)} (${name})` };
}

export function none(text: string, found: readonly string[]): Goal {
  return { text, holds: found.length === 0, found: found.length === 0 ? "none" : found.join(", ") };
}

export function printGoals(goals: readonly Goal[]): void {
  console.log("\ngoals");
  for (const { text, holds, found } of goals) console.log(`  ${holds ? "holds " : "FAILS "} ${text}; found ${found}`);
}
