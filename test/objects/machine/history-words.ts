/** Changes that come together, as tables of histories name them. */
import type { Changes } from './history-ledger.ts';

/** A change of the configuration, and no more of files than when they were measured. */
export const CONFIGURED: Changes = {
  'config.changeVersion': 'a time',
  'resourceConfig.changeVersion': 'a time',
  'resourceConfig.lastModified': 'a time',
  layoutEx: 'timestamp',
  storage: 'timestamp',
  'summary.storage': 'timestamp',
};

export const RUNS: Changes = {
  'runtime.bootTime': 'a time',
  'runtime.maxCpuUsage': 2294,
  'runtime.maxMemoryUsage': 32,
  'runtime.memoryOverhead': 26476544,
  'runtime.minRequiredEVCModeKey': 'intel-cascadelake',
  'runtime.powerState': 'poweredOn',
};

/** It does not run any more, whether off or suspended. */
export const STOPPED: Changes = {
  'runtime.bootTime': 'gone',
  'runtime.maxCpuUsage': 'gone',
  'runtime.maxMemoryUsage': 'gone',
  'runtime.memoryOverhead': 'gone',
};

export const FILES_MOVED: Changes = {
  layoutEx: 'disk file timestamp',
  storage: 'perDatastoreUsage timestamp',
  'summary.storage': 'committed timestamp unshared',
};

export const PLUGGED: Changes = {
  'config.hardware.device[4000].connectable.connected': true,
  'config.hardware.device[4000].connectable.status': 'ok',
};

export const UNPLUGGED: Changes = {
  'config.hardware.device[4000].connectable.connected': false,
  'config.hardware.device[4000].connectable.status': 'untried',
};

export const TOOLS_STOPPED: Changes = {
  'guest.guestOperationsReady': false,
  'guest.guestState': 'notRunning',
  'guest.guestStateChangeSupported': false,
  'guest.toolsRunningStatus': 'guestToolsNotRunning',
  'guest.toolsStatus': 'toolsNotRunning',
  'summary.guest.toolsRunningStatus': 'guestToolsNotRunning',
  'summary.guest.toolsStatus': 'toolsNotRunning',
};

export const TOOLS_STARTED: Changes = {
  'guest.guestOperationsReady': true,
  'guest.guestState': 'running',
  'guest.guestStateChangeSupported': true,
  'guest.toolsRunningStatus': 'guestToolsRunning',
  'guest.toolsStatus': 'toolsOk',
  'summary.guest.toolsRunningStatus': 'guestToolsRunning',
  'summary.guest.toolsStatus': 'toolsOk',
};

/** What is known of a guest as soon as its tools run. */
export const GUEST_KNOWN: Changes = {
  'guest.disk': 'told',
  'guest.guestFamily': 'otherGuestFamily',
  'guest.guestFullName': 'Other (32-bit)',
  'guest.guestId': 'otherGuest',
  'guest.hostName': 'db',
  'guest.ipAddress': 'told',
  'guest.ipStack': 'told',
  'guest.net': 'told',
  'guest.screen': 'told',
  'summary.guest.guestFullName': 'Other (32-bit)',
  'summary.guest.guestId': 'otherGuest',
  'summary.guest.hostName': 'db',
  'summary.guest.ipAddress': 'told',
};

/** Nothing is known of a guest whose machine is off. */
export const GUEST_GONE: Changes = {
  'guest.disk': 'gone',
  'guest.guestFamily': 'gone',
  'guest.guestFullName': 'gone',
  'guest.guestId': 'gone',
  'guest.hostName': 'gone',
  'guest.ipAddress': 'gone',
  'guest.ipStack': 'gone',
  'guest.net': 'gone',
  'guest.screen': 'gone',
  'summary.guest.guestFullName': 'gone',
  'summary.guest.guestId': 'gone',
  'summary.guest.hostName': 'gone',
  'summary.guest.ipAddress': 'gone',
};

/** The changes of one object. */
export function of(name: string, ...parts: readonly Changes[]): Changes {
  const all = parts.flatMap((part) => Object.entries(part).map(([path, value]) => [`${name} ${path}`, value]));
  return Object.fromEntries(all);
}
