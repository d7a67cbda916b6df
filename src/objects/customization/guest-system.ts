/** Which guests can be customized, and how: by the id of their operating system. */

export type System = 'linux' | 'windows';

/** Distributions whose customization vCenter supports, as their ids begin. */
const LINUX =
  /^(rhel|centos|oracleLinux|sles|suse|opensuse|ubuntu|debian|vmwarePhoton|amazonlinux|rockylinux|almalinux|asianux|miraclelinux|pardus|fedora|flatcar|kylinlinux|prolinux|fusionos)/;
/** Every Windows with Sysprep: 2000 and what came after. */
const WINDOWS = /^win(2000|XP|Net|Vista|Longhorn|dows\d)/;

/** How the guest is customized; undefined for one that cannot be. */
export function systemOf(guestId: string): System | undefined {
  if (LINUX.test(guestId)) return 'linux';
  return WINDOWS.test(guestId) ? 'windows' : undefined;
}
