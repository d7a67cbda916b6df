import { randomBytes } from 'node:crypto';
import { Random } from '../kernel/random.ts';
import type { ServiceContent } from '../vim25/index.ts';
import { sdkUrl } from './address.ts';
import { DEFAULT_TIMEOUT, type Means, SERVICE_INSTANCE } from './calls.ts';
import { Client } from './client.ts';
import { realClock } from './clock.ts';
import { observed } from './observe.ts';
import { OpIds } from './op-ids.ts';
import type { ConnectOptions } from './options.ts';
import { Retry } from './retry.ts';
import { agentFor } from './trust.ts';
import { chooseVersion } from './version.ts';
import { isVsphereError, type VsphereError } from './vsphere-error.ts';
import { methodOf, Wire } from './wire.ts';

/**
 * Logs in to a vCenter or an ESXi host.
 *
 * Throws {@link VsphereError}: ERR_UNREACHABLE when nobody answers or the certificate is not trusted, faultType
 * `InvalidLogin` for wrong credentials; SimError ERR_USAGE for options that cannot be meant.
 *
 * @example
 * await using client = await connect({ url: sim.url, ca: sim.ca, username: 'administrator@vsphere.local', password: 'simsphere' });
 * for await (const { properties } of client.retrieve({ type: 'VirtualMachine', properties: ['name'] })) console.log(properties.name);
 */
export async function connect(options: ConnectOptions): Promise<Client> {
  const url = sdkUrl(options.url);
  const { signal, clock = realClock, timeout = DEFAULT_TIMEOUT, userAgent = 'simsphere-client', seed } = options;
  const agent = agentFor(url, options, timeout, clock);
  const opIds = new OpIds(options.opIdPrefix, seed);
  const retry = new Retry(options.retry, clock, new Random(seed ?? randomBytes(8).toString('hex'), 'client'));
  try {
    const version = await chooseVersion(options.version, agent, { url, timeout, clock, signal });
    const means: Means = { wire: new Wire(url, agent, version, userAgent, clock), clock, retry, opIds };
    const content = await contentOf(means, options, timeout);
    const client = new Client(means, options, content);
    await client.login(signal);
    return client;
  } catch (error) {
    agent.destroy();
    throw told(error, options);
  }
}

async function contentOf({ wire, opIds }: Means, options: ConnectOptions, timeout: number): Promise<ServiceContent> {
  const { signal, observe } = options;
  const method = methodOf('ServiceInstance', 'RetrieveServiceContent');
  const [self, params, opId, cookie] = [SERVICE_INSTANCE, {}, opIds.next(), undefined];
  const message = { self, method, params, opId, cookie, timeout, signal };
  const { value } = await observed(observe, { self, method: method.name, params, opId }, () => wire.send(message));
  return value as ServiceContent;
}

/** Says whose login it was that the server does not take. */
function told(error: unknown, { username, url }: ConnectOptions): unknown {
  if (!isVsphereError(error, 'InvalidLogin')) return error;
  const { host } = sdkUrl(url);
  return (error as VsphereError).with({
    hint: `${host} was reached; check the password of ${username}, and its domain`,
  });
}
