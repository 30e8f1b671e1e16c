/** What the order workflow calls, for both of its forms. */
export const order = {
  id: "o-1",
  lines: [1, 2, 3, 4, 5].map((n) => ({ sku: `s-${n}`, quantity: n })),
};

export interface Line {
  readonly sku: string;
  readonly quantity: number;
}

export const loadOrder = async (_id: string) => order;
export const reserve = async (line: Line) => ({ sku: line.sku, reserved: true });
export const notify = async (_id: string) => "sent";

/** Busy twice, then charged: the retries wait one and two seconds. */
export function createCharge(): () => Promise<{ readonly transaction: string }> {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= 2) throw Object.assign(new Error("try again"), { name: "Busy" });
    return { transaction: "t-1" };
  };
}

export const expected = {
  transaction: "t-1",
  reserved: order.lines.map(({ sku }) => ({ sku, reserved: true })),
  notified: "sent",
};

/** Equal tests in one file: the first one pays for what is loaded on demand. */
export const runs = 20;
