/** What a host answers. */
import { guardVCenter } from '../../inventory/place.ts';
import { type ManagedObject, managedObject } from '../../managed-object.ts';
import { hostHaMethods } from '../ha/methods.ts';
import { connectionInfo } from './connect-info.ts';
import { disconnectVerb, reconnectVerb } from './connection.ts';
import { hostKind } from './host.ts';
import { hostPowerVerbs } from './host-power.ts';
import { upkeepMethods, upkeepVerbs } from './host-upkeep.ts';
import { enterMaintenanceVerb, exitMaintenanceVerb } from './maintenance.ts';
import { powerDownVerb, powerUpVerb } from './standby.ts';

export const host: ManagedObject = managedObject(
  'HostSystem',
  hostKind,
  {
    EnterMaintenanceMode_Task: (call, self, args) =>
      call.startTask('HostSystem.enterMaintenanceMode', self as never, { ...args }),
    ExitMaintenanceMode_Task: (call, self, args) =>
      call.startTask('HostSystem.exitMaintenanceMode', self as never, { ...args }),
    DisconnectHost_Task(call, self) {
      guardVCenter(call.site);
      return call.startTask('HostSystem.disconnect', self as never);
    },
    ReconnectHost_Task(call, self, { cnxSpec }) {
      guardVCenter(call.site);
      return call.startTask('HostSystem.reconnect', self as never, { cnxSpec });
    },
    QueryHostConnectionInfo: (call, self) => connectionInfo(call.site, self),
    PowerDownHostToStandBy_Task(call, self, args) {
      guardVCenter(call.site);
      return call.startTask('HostSystem.powerDownToStandBy', self as never, { ...args });
    },
    PowerUpHostFromStandBy_Task(call, self, args) {
      guardVCenter(call.site);
      return call.startTask('HostSystem.powerUpFromStandBy', self as never, { ...args });
    },
    RebootHost_Task: (call, self, { force }) => call.startTask('HostSystem.reboot', self as never, { force }),
    ShutdownHost_Task: (call, self, { force }) => call.startTask('HostSystem.shutdown', self as never, { force }),
    ...upkeepMethods,
    ...hostHaMethods,
  },
  [
    enterMaintenanceVerb,
    exitMaintenanceVerb,
    disconnectVerb,
    reconnectVerb,
    powerDownVerb,
    powerUpVerb,
    ...hostPowerVerbs,
    ...upkeepVerbs,
  ],
);
