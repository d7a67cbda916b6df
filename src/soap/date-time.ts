const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Reads an xsd:dateTime and gives it as vCenter prints one: UTC with `Z`, at most six digits of fraction, none of them a
 * trailing zero. No zone means UTC (nova's and cinder's `lastHeartbeatTime` comes so). Undefined when it is not one.
 */
export function normalizeDateTime(text: string): string | undefined {
  const m = DATE_TIME.exec(text);
  if (!m) return undefined;
  const [, year, month, day, hour, minute, second, digits, zone] = m;
  const at = utc(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
  if (at === undefined) return undefined;
  const fraction = trimFraction(digits);
  if (zone === undefined || zone === 'Z') return `${text.slice(0, 19)}${fraction}Z`;
  const offset = zoneMinutes(zone);
  if (offset === undefined) return undefined;
  const shifted = new Date(at - offset * 60_000);
  return shifted.getUTCFullYear() < 1 || shifted.getUTCFullYear() > 9999
    ? undefined
    : `${shifted.toISOString().slice(0, 19)}${fraction}Z`;
}

/** A JavaScript date as vCenter prints it. */
export function dateTimeText(date: Date): string {
  const iso = date.toISOString();
  return `${iso.slice(0, -5)}${trimFraction(iso.slice(-4, -1))}Z`;
}

function trimFraction(digits: string | undefined): string {
  const kept = digits?.slice(0, 6).replace(/0+$/, '');
  return kept ? `.${kept}` : '';
}

function utc(y: number, mo: number, d: number, h: number, mi: number, s: number): number | undefined {
  if (y < 1 || h > 23 || mi > 59 || s > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(y, mo - 1, d);
  // A day that does not exist would roll over into the next month.
  if (date.getUTCMonth() !== mo - 1 || date.getUTCDate() !== d) return undefined;
  return date.setUTCHours(h, mi, s);
}

function zoneMinutes(zone: string): number | undefined {
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
