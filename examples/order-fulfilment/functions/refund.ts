export interface RefundRequest {
  orderId: string;
  transaction: string;
}

/** Stands for the payment provider: refunds are accepted always, and once for each transaction. */
export async function refund(request: RefundRequest): Promise<{ refunded: string }> {
  return { refunded: request.transaction };
}
