/** How a machine's customization stands, as its `guest` and its `config` say it. */
import { formatTime } from '../../kernel/time.ts';
import type { GuestInfoCustomizationInfo, VirtualMachineConfigInfo } from '../../vim25/generated/index.ts';
import type { Machine } from '../machine/machine.ts';

type Looked = Pick<Machine, 'customizing'>;

/** `guest.customizationInfo`; idle for a machine that never had one. Reads the facet `customizing`. */
export function customizationInfo({ customizing }: Looked): GuestInfoCustomizationInfo {
  const at = (instant: number | undefined) => (instant === undefined ? undefined : formatTime(instant));
  return {
    _typeName: 'GuestInfoCustomizationInfo',
    customizationStatus: `TOOLSDEPLOYPKG_${customizing?.phase.toUpperCase() ?? 'IDLE'}`,
    startTime: at(customizing?.startTime),
    endTime: at(customizing?.endTime),
    errorMsg: customizing?.error,
  };
}

/**
 * `config` with the package that waits for the guest: its file's name in `tools.pendingCustomization` and among the
 * options. Reads the facet `customizing`.
 */
export function withPendingCustomization(
  config: VirtualMachineConfigInfo,
  { customizing }: Looked,
): VirtualMachineConfigInfo {
  if (customizing?.phase !== 'pending' && customizing?.phase !== 'running') return config;
  const { package: name } = customizing;
  return {
    ...config,
    tools: { ...config.tools, pendingCustomization: name },
    extraConfig: [...(config.extraConfig ?? []), { key: 'tools.deployPkg.fileName', value: name }],
  };
}
