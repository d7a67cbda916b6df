/** Why a token or a message that carries one is not to be believed. Nothing of it is secret. */
export class TokenFlaw extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'TokenFlaw';
  }
}
