/** Why the token service gives no token, in WS-Trust's own words. */
export type TrustCode =
  | 'InvalidRequest'
  | 'FailedAuthentication'
  | 'RequestFailed'
  | 'InvalidSecurityToken'
  | 'ExpiredData'
  | 'InvalidTimeRange'
  | 'UnableToRenew';

export class TrustFault extends Error {
  readonly code: TrustCode;

  constructor(code: TrustCode, reason: string) {
    super(reason);
    this.name = 'TrustFault';
    this.code = code;
  }
}
