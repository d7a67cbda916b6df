/** What a client's environment needs to reach a simulator. */
import type { Simulator } from '../server/start.ts';

/** `caFile` is where the CA's PEM was written, for clients that take a file. */
export function clientEnvironment(sim: Simulator, caFile: string | undefined): Record<string, string> {
  const { user, password } = sim.credentials;
  const url = new URL(sim.url);
  url.username = encodeURIComponent(user);
  url.password = encodeURIComponent(password);
  return {
    SIMSPHERE_URL: sim.url,
    SIMSPHERE_USER: user,
    SIMSPHERE_PASSWORD: password,
    SIMSPHERE_CONTROL_URL: sim.controlUrl,
    GOVC_URL: url.href,
    GOVC_INSECURE: 'true',
    ...(caFile === undefined ? {} : { SIMSPHERE_CA: caFile, NODE_EXTRA_CA_CERTS: caFile }),
  };
}
