import type { Certificate } from "../proxy/certificate.js";
import { createCertificate } from "../proxy/certificate.js";
import type { ProxyTarget } from "../proxy/fault-proxy.js";
import { type HttpFaultProxy, type HttpRequest, startHttpFaultProxy } from "../proxy/start-http-fault-proxy.js";

export interface CosmosProxy {
  readonly endpoint: string;
  readonly caCertificate: string;
  readonly faults: HttpFaultProxy;
}

/** Puts TLS, with a certificate made now, and fault injection before a Cosmos server. */
export async function startCosmosProxy(target: ProxyTarget, certificate?: Certificate): Promise<CosmosProxy> {
  const used = certificate ?? (await createCertificate());
  const faults = await startHttpFaultProxy({ target, certificate: used, rewriteAnswer: advertiseProxy });
  return { endpoint: `https://${faults.host}:${faults.port}/`, caCertificate: used.certificate, faults };
}

/**
 * The account tells clients where its regions are, and they would go there past the proxy. It names the address that
 * the client came by instead.
 */
function advertiseProxy(request: HttpRequest, body: Buffer): Buffer {
  if (request.method !== "GET" || request.path !== "/") return body;
  const account = JSON.parse(body.toString("utf8")) as Record<string, unknown>;
  const endpoint = `https://${request.headers.host}/`;
  for (const list of ["writableLocations", "readableLocations"]) {
    const locations = account[list];
    if (!Array.isArray(locations)) continue;
    account[list] = locations.map((location: object) => ({ ...location, databaseAccountEndpoint: endpoint }));
  }
  return Buffer.from(JSON.stringify(account));
}
