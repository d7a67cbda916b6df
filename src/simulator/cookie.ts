/** The session cookie as clients send it: the pair, quoted or not, or a whole Set-Cookie line handed back. */
const COOKIE = /(?:^|[;\s])vmware_soap_session="?([^";,\s]+)"?/i;

export function sessionCookie(header: string | undefined): string | undefined {
  return header === undefined ? undefined : COOKIE.exec(header)?.[1];
}
