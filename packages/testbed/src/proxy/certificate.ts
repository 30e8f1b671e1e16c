import { generate } from "selfsigned";

export interface Certificate {
  /** PEM; also what clients trust as certificate authority. */
  readonly certificate: string;
  /** PEM */
  readonly privateKey: string;
}

const validForMs = 24 * 60 * 60 * 1000;

/** A self-signed certificate for localhost and 127.0.0.1, good for one day; the key never leaves this process. */
export async function createCertificate(): Promise<Certificate> {
  const now = Date.now();
  const pair = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    algorithm: "sha256",
    // Clocks of containers may differ a little.
    notBeforeDate: new Date(now - 60_000),
    notAfterDate: new Date(now + validForMs),
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  return { certificate: pair.cert, privateKey: pair.private };
}
