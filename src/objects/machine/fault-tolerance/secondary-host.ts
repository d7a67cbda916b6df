/** On which host of a cluster the secondary of a pair may run. */
import type { ClusterDasConfigInfo } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import { type Cluster, dasOf } from '../../compute/cluster/cluster-config.ts';
import { hostsOf, ranking, refusal } from '../../compute/drs/placement.ts';
import type { Host } from '../../compute/host/host.ts';
import type { Machine } from '../machine.ts';
import { demandOf, standing } from '../power/demand.ts';
import { hostIssues } from './issues.ts';

type Vm = Cell<Machine>;

/** How many machines of pairs, and CPUs of theirs, a host runs; 0 is no limit. */
const MOST = { 'das.maxftvmsperhost': 4, 'das.maxftvcpusperhost': 8 } as const;

/** Whose secondary it is, what that is made of, and whether it starts at once. */
export interface Seeking {
  readonly primary: Vm;
  readonly secondary: Pick<Machine, 'config' | 'devices' | 'files' | 'snapshots'>;
  /** Its id, where it is there already. */
  readonly id?: string | undefined;
  readonly starts: boolean;
}

/** Why a host cannot have the secondary. */
export function secondaryRefusals(host: Cell<Host>, seeking: Seeking): VimFault[] {
  const { primary, secondary, id, starts } = seeking;
  const demand = demandOf(secondary, id);
  const unfit = refusal(host, starts ? demand : standing(demand));
  const faults = [...(unfit ? [unfit] : []), ...hostIssues(host)];
  if (host === primary.one('host') && unfit?.type !== 'FaultToleranceAntiAffinityViolated') {
    faults.unshift(new VimFault('FaultToleranceAntiAffinityViolated', { hostName: host.state.name, host: host.ref }));
  }
  const full = starts ? crowded(host, secondary.config.numCPU) : undefined;
  return full ? [...faults, full] : faults;
}

/** The host asked for, else the one it is on, else the best there is. Throws IncompatibleHostForFtSecondary or NoHostSuitableForFtSecondary. */
export function hostForSecondary(seeking: Seeking, asked?: Cell<Host> | undefined): Cell<Host> {
  const { primary } = seeking;
  const cluster = primary.one<Host>('host')?.one('parent');
  if (asked) {
    const faults = secondaryRefusals(asked, seeking);
    if (asked.one('parent') !== cluster) faults.push(new VimFault('InvalidHostState', { host: asked.ref }));
    if (faults.length === 0) return asked;
    const error = faults.map((fault) => fault.localized());
    throw new VimFault('IncompatibleHostForFtSecondary', { host: asked.ref, error });
  }
  const own = primary.world.find(seeking.id ?? '')?.one<Host>('host');
  const fit = (cluster ? hostsOf(cluster) : []).filter((host) => secondaryRefusals(host, seeking).length === 0);
  if (own && fit.includes(own)) return own;
  const demand = demandOf(seeking.secondary, seeking.id);
  for (const { host } of ranking(fit, seeking.starts ? demand : standing(demand))) return host;
  throw new VimFault('NoHostSuitableForFtSecondary', { vm: primary.ref, vmName: primary.state.name });
}

function crowded(host: Cell<Host>, cpus: number): VimFault | undefined {
  let machines = 1;
  let all = cpus;
  for (const vm of host.back<Machine>('vm')) {
    const { tolerance, primary, power, config } = vm.state;
    if (power.state !== 'poweredOn' || (!tolerance && primary === undefined)) continue;
    machines++;
    all += config.numCPU;
  }
  const das = host.one<Cluster>('compute')?.state;
  const limit = (key: keyof typeof MOST) => said(das && dasOf(das), key) ?? MOST[key];
  const hostName = host.state.name;
  const [maxNumFtVms, maxNumFtVcpus] = [limit('das.maxftvmsperhost'), limit('das.maxftvcpusperhost')];
  if (maxNumFtVms > 0 && machines > maxNumFtVms) {
    return new VimFault('VmFaultToleranceTooManyVMsOnHost', { hostName, maxNumFtVms });
  }
  if (maxNumFtVcpus > 0 && all > maxNumFtVcpus) {
    return new VimFault('VmFaultToleranceTooManyFtVcpusOnHost', { hostName, maxNumFtVcpus });
  }
  return undefined;
}

function said(das: ClusterDasConfigInfo | undefined, key: string): number | undefined {
  const value = das?.option?.find((option) => option.key.toLowerCase() === key)?.value;
  const number = Number(value);
  return value === undefined || !Number.isInteger(number) || number < 0 ? undefined : number;
}
