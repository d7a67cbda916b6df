/** Guests by the numbers that CIM gives operating systems, for descriptors that know no other name. */

/** CIM_OperatingSystem.OSType -> guestId. 32-bit systems come first where both widths share a number. */
const GUESTS: Readonly<Record<number, string>> = {
  0: 'otherGuest',
  1: 'otherGuest',
  2: 'darwinGuest',
  15: 'win31Guest',
  16: 'win95Guest',
  17: 'win98Guest',
  18: 'winNTGuest',
  21: 'netware6Guest',
  29: 'solaris10Guest',
  30: 'solaris10Guest',
  36: 'otherLinuxGuest',
  42: 'freebsdGuest',
  58: 'win2000ServGuest',
  63: 'winMeGuest',
  67: 'winXPProGuest',
  69: 'winNetEnterpriseGuest',
  70: 'winNetEnterprise64Guest',
  71: 'winXPPro64Guest',
  73: 'winVistaGuest',
  74: 'winVista64Guest',
  76: 'winLonghornGuest',
  77: 'winLonghorn64Guest',
  78: 'freebsd64Guest',
  79: 'rhel4Guest',
  80: 'rhel6_64Guest',
  81: 'solaris10_64Guest',
  82: 'slesGuest',
  83: 'sles64Guest',
  84: 'slesGuest',
  85: 'sles12_64Guest',
  89: 'mandrivaGuest',
  90: 'mandriva64Guest',
  91: 'turboLinuxGuest',
  92: 'turboLinux64Guest',
  93: 'ubuntuGuest',
  94: 'ubuntu64Guest',
  95: 'debian6Guest',
  96: 'debian6_64Guest',
  97: 'other24xLinuxGuest',
  98: 'other24xLinux64Guest',
  99: 'other26xLinuxGuest',
  100: 'other26xLinux64Guest',
  101: 'otherLinux64Guest',
  102: 'otherGuest64',
  103: 'windows7Server64Guest',
  105: 'windows7Guest',
  106: 'centosGuest',
  107: 'centos64Guest',
  108: 'oracleLinuxGuest',
  109: 'oracleLinux64Guest',
  113: 'windows8Server64Guest',
  114: 'windows8Guest',
  115: 'windows8_64Guest',
  116: 'windows8Server64Guest',
  121: 'windows9Server64Guest',
};

export function guestOfNumber(id: number): string | undefined {
  return GUESTS[id];
}

/** The number for a guest, and the width of what it stands for; 1 is "other". */
export function numberOfGuest(guestId: string): number {
  const exact = Object.entries(GUESTS).find(([, guest]) => guest === guestId);
  if (exact) return Number(exact[0]);
  const wide = /64/.test(guestId);
  const kin = KINS.find(([pattern]) => pattern.test(guestId));
  return kin ? kin[wide ? 2 : 1] : wide ? 102 : 1;
}

const KINS: readonly (readonly [RegExp, narrow: number, wide: number])[] = [
  [/^ubuntu/, 93, 94],
  [/^debian/, 95, 96],
  [/^centos/, 106, 107],
  [/^(rhel|redhat|rocky|alma|fedora)/, 79, 80],
  [/^(sles|suse|opensuse)/, 82, 83],
  [/^oracleLinux/, 108, 109],
  [/^freebsd/, 42, 78],
  [/^solaris/, 29, 81],
  [/^win(dows)?(9|1\d|20\d\d)/, 105, 121],
  [/^windows/, 105, 103],
  [/^win/, 69, 70],
  [/[lL]inux|Photon|coreos|flatcar/, 36, 101],
];
