/** A hardware upgrade that was scheduled: it is done when the machine is started anew, if it is due then. */
import type { Machine, Said } from '../machine.ts';
import { tell, touched, type Vm, type Work } from '../work.ts';
import { hardwareNumber, isHardware, latestHardware } from './hardware-version.ts';

type Schedule = NonNullable<Said['scheduledHardwareUpgradeInfo']>;

/** After any power-off, or only after one that the guest itself came to rest for. */
function isDue({ config, power }: Machine, rested = power.soft === true): boolean {
  const schedule = config.said?.scheduledHardwareUpgradeInfo;
  if (schedule?.scheduledHardwareUpgradeStatus !== 'pending') return false;
  return schedule.upgradePolicy === 'always' || (schedule.upgradePolicy === 'onSoftPowerOff' && rested);
}

/** Inside a turn, before the machine starts. `rested`: the guest came to rest, where its power does not tell. */
export function upgradeWhenDue(step: Work<never> | Work, vm: Vm, rested?: boolean): void {
  if (!isDue(vm.state, rested)) return;
  const { site } = step;
  const { config } = vm.state;
  const schedule = config.said!.scheduledHardwareUpgradeInfo as Schedule;
  const version = schedule.versionKey || latestHardware(site);
  const newer = isHardware(site, version) && hardwareNumber(version) > hardwareNumber(config.version);
  if (newer) tell(step, vm, 'VmUpgradingEvent', { version });
  const done: Schedule = Object.freeze({ ...schedule, scheduledHardwareUpgradeStatus: 'success' });
  const said = Object.freeze({ ...config.said, scheduledHardwareUpgradeInfo: done });
  site.world.update(vm, {
    config: Object.freeze({ ...config, said, version: newer ? version : config.version }),
    identity: touched(site, vm),
  });
  if (newer) tell(step, vm, 'VmUpgradeCompleteEvent', { version });
}
