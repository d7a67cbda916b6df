/** Where an instance's screen is to be seen. */
import type { Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import { persist } from './steady.ts';
import type { Surroundings } from './surroundings.ts';

export type ConsoleKind = 'vnc' | 'mks' | 'webmks';

/** A VNC server on the instance's host, as its extraConfig asks for it. */
export interface VncConsole {
  readonly kind: 'vnc';
  readonly host: string;
  readonly port: number;
  readonly password: string | undefined;
}

/** A ticket for one connection to the screen. */
export interface TicketConsole {
  readonly kind: 'mks' | 'webmks';
  readonly host: string;
  readonly port: number;
  readonly ticket: string;
  /** What the remote console of a host is told to open. */
  readonly cfgFile: string;
  readonly sslThumbprint: string | undefined;
  /** Of a web console: the web socket. */
  readonly url: string | undefined;
}

/** Throws ERR_CLIENT where there is no screen: of an instance that does not run, or that has no VNC. */
export async function openConsole(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  kind: ConsoleKind,
): Promise<VncConsole | TicketConsole> {
  const { client } = surroundings;
  const read = await client.get(vm, ['runtime.powerState', 'runtime.host']);
  const host = read['runtime.host'];
  if (read['runtime.powerState'] !== 'poweredOn' || !host) {
    throw new SimError('ERR_CLIENT', `an instance that is not running has no ${kind} console`);
  }
  const address = await client.get(host, 'name');
  if (kind === 'vnc') return vncConsole(surroundings, vm, address);
  const { ticket, cfgFile, sslThumbprint, url, ...at } = await persist(surroundings, () =>
    client.call(vm, 'AcquireTicket', { ticketType: kind }),
  );
  return { kind, host: at.host ?? address, port: at.port ?? 443, ticket, cfgFile, sslThumbprint, url };
}

async function vncConsole({ client }: Surroundings, vm: Ref<'VirtualMachine'>, host: string): Promise<VncConsole> {
  const settings = (await client.get(vm, 'config.extraConfig')) ?? [];
  const said = (word: string) => {
    const value = settings.find(({ key }) => key === `RemoteDisplay.vnc.${word}`)?.value;
    return value === undefined || value === '' ? undefined : String(value);
  };
  const port = Number(said('port'));
  if (!/^true$/i.test(said('enabled') ?? '') || !Number.isInteger(port)) {
    throw new SimError('ERR_CLIENT', 'the instance has no VNC console', {
      hint: 'its extraConfig lacks RemoteDisplay.vnc.enabled or .port; ask for mks or webmks',
    });
  }
  return { kind: 'vnc', host, port, password: said('password') };
}
