/** What a VAppConfigSpec makes of a vApp's settings. */
import type { VAppConfigSpec } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument } from '../../../world/fault.ts';
import { vAppConfigured } from '../../machine/v-app/v-app-config.ts';
import type { VApp, VAppSettings } from './v-app.ts';
import { entitiesSaid } from './v-app-entities.ts';

/** Settings after the spec; `self` is undefined while the vApp is being made. Throws what keeps it from being applied. */
export function settingsAfter(self: Cell<VApp> | undefined, spec: VAppConfigSpec, path: string): VAppSettings {
  const before = self?.state.settings;
  // A vApp needs no install boot of its own: what is said of it is passed over.
  const { installBootRequired: _boot, installBootStopDelay: _delay, ...said } = spec;
  const { annotation, managedBy, entityConfig } = spec;
  return Object.freeze({
    ...vAppConfigured<VAppSettings>(before, said, path),
    annotation: annotation ?? before?.annotation,
    managedBy: managedBy ? (managedBy.extensionKey === '' ? undefined : managedBy) : before?.managedBy,
    entityConfig: entityConfig?.length
      ? entitiesSaid(self, before?.entityConfig, entityConfig, `${path}.entityConfig`)
      : before?.entityConfig,
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The instance uuid a spec asks for. */
export function uuidAsked(spec: VAppConfigSpec, path: string): string | undefined {
  const { instanceUuid } = spec;
  if (instanceUuid === undefined || instanceUuid === '') return undefined;
  if (!UUID.test(instanceUuid)) throw invalidArgument(`${path}.instanceUuid`);
  return instanceUuid.toLowerCase();
}
