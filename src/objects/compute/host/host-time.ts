/** How a host keeps time. */
import type { HostDateTimeInfo, HostDateTimeSystemTimeZone } from '../../../vim25/generated/index.ts';
import type { Host } from './host.ts';

export interface TimeKeeping {
  readonly ntpServers?: readonly string[] | undefined;
  readonly zone?: string | undefined;
  readonly protocol?: string | undefined;
  readonly enabled?: boolean | undefined;
  /** Milliseconds its watch is ahead of the clock; behind when negative. */
  readonly skew?: number | undefined;
}

/** ESXi keeps UTC whatever one asks; other zones are known by name only. */
export const UTC: HostDateTimeSystemTimeZone = Object.freeze({
  key: 'UTC',
  name: 'UTC',
  description: 'UTC',
  gmtOffset: 0,
});

export function dateTimeInfo({ time }: Host): HostDateTimeInfo {
  const servers = time?.ntpServers ?? ['pool.ntp.org'];
  return {
    timeZone: UTC,
    systemClockProtocol: time?.protocol ?? 'ntp',
    ntpConfig: { server: [...servers], configFile: servers.map((s) => `server ${s}`) },
    enabled: time?.enabled ?? true,
    disableEvents: false,
    disableFallback: false,
    inFallbackState: false,
    serviceSync: true,
  };
}
