import { defineConfig } from "@treadle/cli";

export default defineConfig({
  profiles: {
    /** A cluster of your own: `treadle run OrderSummary --profile local --input order.json`. */
    local: {
      sources: {
        shop: { contactPoints: [process.env.CASSANDRA_HOST ?? "127.0.0.1"], localDataCenter: "datacenter1" },
      },
    },
  },
});
