import { defineConfig } from "@treadle/cli";
import { charge } from "./functions/charge.ts";
import { refund } from "./functions/refund.ts";
import { toCarts, toShop } from "./local/connections.ts";
import { startDatabases } from "./local/start-databases.ts";

const functions = { ChargeFunctionArn: charge, RefundFunctionArn: refund };

export default defineConfig({
  workflows: ["workflows/*.ts"],
  sources: ["data/*.ts"],
  artifacts: "artifacts",
  profiles: {
    /** Servers of their own for one run: `treadle run FulfilOrder --profile testbed --input inputs/paid-order.json`. */
    testbed: async () => {
      const databases = await startDatabases((text) => process.stderr.write(`${text}\n`));
      if (!databases.cassandra) {
        await databases.stop();
        throw new Error(databases.missing);
      }
      return {
        sources: { shop: toShop(databases.cassandra), carts: toCarts(databases.cosmos) },
        functions,
        close: databases.stop,
      };
    },
  },
});
