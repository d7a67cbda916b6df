/** Milliseconds that work takes on a small vCenter with a few hosts and an array that does 128 MiB a second. */

/** By the name that the work's task is described by; what is not named takes `DEFAULT`. */
export const TYPICAL: Readonly<Record<string, number>> = {
  'VirtualMachine.powerOn': 2_500,
  'VirtualMachine.powerOff': 1_500,
  'VirtualMachine.reset': 1_000,
  'VirtualMachine.suspend': 4_000,
  'VirtualMachine.shutdownGuest': 5_000,
  'VirtualMachine.rebootGuest': 4_000,
  'VirtualMachine.standbyGuest': 4_000,
  'VirtualMachine.create': 2_000,
  'VirtualMachine.clone': 4_000,
  'VirtualMachine.createSnapshot': 2_000,
  'VirtualMachine.destroy': 1_500,
  'VirtualMachine.relocate': 3_000,
  'VirtualMachine.migrate': 3_000,
  'VirtualMachine.instantClone': 1_500,
  'VirtualMachine.consolidateDisks': 1_500,
  'VirtualMachine.createSecondary': 2_000,
  'VirtualMachine.startSecondary': 5_000,
  'vm.Snapshot.revert': 2_000,
  'vm.Snapshot.remove': 1_500,
  'Folder.createVm': 2_000,
  'Folder.addStandaloneHost': 15_000,
  'ClusterComputeResource.addHost': 20_000,
  'ClusterComputeResource.reconfigure': 2_000,
  'HostSystem.disconnect': 1_500,
  'HostSystem.reconnect': 5_000,
  'HostSystem.enterMaintenanceMode': 4_000,
  'HostSystem.exitMaintenanceMode': 2_000,
  'Customization.start': 3_000,
  'Customization.run': 20_000,
  'Customization.giveUp': 300_000,
  'Customization.lost': 0,
  'Host.boot': 240_000,
  'Guest.boot': 20_000,
  'Guest.network': 5_000,
  'Guest.install': 60_000,
  'VirtualMachine.upgradeTools': 60_000,
};
export const DEFAULT = 800;

/** For each GiB of data that work moves; what is not named takes `PER_GIB`. */
export const TYPICAL_PER_GIB: Readonly<Record<string, number>> = {
  // Zeroes are written by the array itself.
  'VirtualDiskManager.createVirtualDisk': 2_000,
  'VirtualDiskManager.eagerZeroVirtualDisk': 2_000,
};
export const PER_GIB = 8_000;
