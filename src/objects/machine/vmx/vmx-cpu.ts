/** What a .vmx says of processors beyond their number: masks, NUMA nodes, affinity, one by one latency. */
import type { HostCpuIdInfo } from '../../../vim25/generated/index.ts';
import type { Config, Said } from '../machine.ts';
import type { VmxLines, VmxReading } from './vmx-lines.ts';

const REGISTERS = ['eax', 'ebx', 'ecx', 'edx'] as const;

export function putCpu(lines: VmxLines, { said = {}, ...config }: Config): void {
  if (config.autoCores) lines.put('cpuid.coresPerSocket.auto', true);
  lines.put('motherboardLayout', config.motherboardLayout);
  lines.put('cpuid.numSMT', config.simultaneousThreads);
  putAffinity(lines, 'sched.cpu.affinity', said.cpuAffinity);
  putAffinity(lines, 'sched.mem.affinity', said.memoryAffinity);
  for (const mask of said.cpuFeatureMask ?? []) {
    for (const register of REGISTERS) lines.put(maskKey(mask, register), mask[register] || undefined);
  }
  if (said.numaInfo) {
    lines.put('numa.vcpu.maxPerVirtualNode', said.numaInfo.coresPerNumaNode);
    lines.put('numa.allowHotadd', said.numaInfo.vnumaOnCpuHotaddExposed ?? false);
  }
  for (const [n, { latencySensitivity }] of (said.vcpuConfig ?? []).entries()) {
    lines.put(`sched.vcpu${n}.latencySensitivity`, latencySensitivity?.level ?? 'normal');
  }
}

function maskKey({ level, vendor }: HostCpuIdInfo, register: string): string {
  return `cpuid.${(level >>> 0).toString(16)}.${register}${vendor ? `.${vendor}` : ''}`;
}

function putAffinity(lines: VmxLines, key: string, affinity: Said['cpuAffinity']): void {
  if (affinity?.affinitySet?.length) lines.put(key, affinity.affinitySet.join(','));
}

type Layout = Pick<Config, 'autoCores' | 'motherboardLayout' | 'simultaneousThreads'>;

/** How processors and slots are laid out. */
export function readLayout(vmx: VmxReading): Layout {
  return {
    autoCores: vmx.flag('cpuid.coresPerSocket.auto') ? true : undefined,
    motherboardLayout: vmx.text('motherboardLayout'),
    simultaneousThreads: vmx.number('cpuid.numSMT'),
  };
}

/** What is said of processors. */
export function readCpu(vmx: VmxReading): Said {
  const said: Partial<Record<keyof Said, unknown>> = {};
  const put = (part: keyof Said, value: unknown) => {
    if (value !== undefined) said[part] = Object.freeze(value);
  };
  put('cpuAffinity', readAffinity(vmx, 'sched.cpu.affinity'));
  put('memoryAffinity', readAffinity(vmx, 'sched.mem.affinity'));
  put('cpuFeatureMask', readMasks(vmx));
  put('numaInfo', readNuma(vmx));
  put('vcpuConfig', readEach(vmx));
  return said as Said;
}

function readAffinity(vmx: VmxReading, key: string): object | undefined {
  const text = vmx.text(key);
  if (text === undefined || !/^\d+(,\d+)*$/.test(text)) return undefined;
  return { affinitySet: Object.freeze(text.split(',').map(Number)) };
}

const MASK = /^cpuid\.([0-9a-f]{1,8})\.(eax|ebx|ecx|edx)(?:\.(\w+))?$/;

function readMasks(vmx: VmxReading): object[] | undefined {
  const masks = new Map<string, Record<string, unknown>>();
  for (const key of vmx.keys(MASK)) {
    const [, level, register, vendor] = MASK.exec(key)!;
    const name = `${level}/${vendor ?? ''}`;
    const mask = masks.get(name) ?? { level: Number.parseInt(level!, 16) | 0, ...(vendor && { vendor }) };
    masks.set(name, { ...mask, [register!]: vmx.text(key) });
  }
  const list = [...masks.values()].sort((a, b) => (a['level'] as number) - (b['level'] as number));
  return list.length === 0 ? undefined : list.map((mask) => Object.freeze(mask));
}

function readNuma(vmx: VmxReading): object | undefined {
  const coresPerNumaNode = vmx.number('numa.vcpu.maxPerVirtualNode');
  const exposed = vmx.flag('numa.allowHotadd');
  if (coresPerNumaNode === undefined && exposed === undefined) return undefined;
  return {
    ...(coresPerNumaNode && { coresPerNumaNode }),
    autoCoresPerNumaNode: !coresPerNumaNode,
    vnumaOnCpuHotaddExposed: exposed ?? false,
  };
}

function readEach(vmx: VmxReading): object[] | undefined {
  const levels: object[] = [];
  for (let n = 0; ; n++) {
    const level = vmx.text(`sched.vcpu${n}.latencySensitivity`);
    if (level === undefined) return levels.length === 0 ? undefined : levels;
    levels.push(Object.freeze({ latencySensitivity: Object.freeze({ level }) }));
  }
}
