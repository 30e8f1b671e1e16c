export interface ChargeRequest {
  orderId: string;
  /** Decimal text, such as "49.90". */
  amount: string;
  last4: string;
}

class PaymentDeclined extends Error {
  override readonly name = "Payment.Declined";
}

/** Stands for the payment provider: cards that end in 0000 are declined. */
export async function charge(request: ChargeRequest): Promise<{ transaction: string }> {
  if (request.last4 === "0000") throw new PaymentDeclined(`The card ending in ${request.last4} was declined.`);
  return { transaction: `charge-${request.orderId}` };
}
