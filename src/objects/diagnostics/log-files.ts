/** The logs there are: their keys, and where they lie on the machine that writes them. */
import type { DiagnosticManagerLogDescriptor } from '../../vim25/generated/index.ts';
import type { LogFile } from './log-entry.ts';

const CREATOR = { vpxd: 'vpxd', hostd: 'hostd', vpxa: 'vpxa', vmkernel: 'hostd' } as const;
const LABEL = { vpxd: 'vCenter server', hostd: 'Server', vpxa: 'vCenter agent', vmkernel: 'Server' } as const;

export function describeLog(file: LogFile): DiagnosticManagerLogDescriptor {
  const { log } = file;
  const key = logKey(file);
  return {
    key,
    fileName: pathOf(file),
    creator: CREATOR[log],
    format: 'plain',
    mimeType: 'text/plain',
    info: { label: key, summary: `${LABEL[log]} log in 'plain' format` },
  };
}

export function logKey({ log }: LogFile): string {
  return log === 'vpxd' ? 'vpxd:vpxd.log' : log;
}

export function pathOf({ log }: LogFile): string {
  return log === 'vpxd' ? '/var/log/vmware/vpxd/vpxd.log' : `/var/log/${log}.log`;
}
