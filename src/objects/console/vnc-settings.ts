/** What the options `RemoteDisplay.vnc.*` of a machine say of its console. */
import type { Config, Machine } from '../machine/machine.ts';

export interface VncSettings {
  readonly port: number;
  readonly password: string | undefined;
}

/** Where VNC servers are without anybody saying so. */
const USUAL_PORT = 5900;

function optionOf(extra: Config['extra'], name: string): string | undefined {
  const key = `remotedisplay.vnc.${name}`;
  const value = extra?.find((option) => option.key.toLowerCase() === key)?.value;
  return value === undefined ? undefined : String(value);
}

/** Undefined for a machine that is not to be seen by VNC, or at a port that is none. */
export function vncOf({ extra }: Config): VncSettings | undefined {
  if (!extra || optionOf(extra, 'enabled')?.toLowerCase() !== 'true') return undefined;
  const port = Number(optionOf(extra, 'port') ?? USUAL_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return undefined;
  return { port, password: optionOf(extra, 'password') || undefined };
}

/** Whether a machine shows itself by VNC now. */
export function isDisplayed({ power, config }: Machine): boolean {
  return power.state === 'poweredOn' && vncOf(config) !== undefined;
}
