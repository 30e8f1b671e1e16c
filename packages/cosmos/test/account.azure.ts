import { describeAccount } from "./account-suite.js";

describeAccount("executor on an account", { bulk: true, patchConditions: true }, () => {
  const { TREADLE_COSMOS_ENDPOINT: endpoint, TREADLE_COSMOS_KEY: key } = process.env;
  if (!endpoint || !key) throw new Error("TREADLE_COSMOS_ENDPOINT and TREADLE_COSMOS_KEY name the account.");
  return { connection: { endpoint, key }, key };
});
