/** How the faked Entra answers; each can be set while it runs. */
export interface Behaviour {
  /** The claims that it wants to see before it signs anybody in again, as for a second factor; null: none. */
  readonly challenge: string | null;
  /** Those claims are given to a person on Entra's page alone, as a second factor is. */
  readonly isPersonNeeded: boolean;
  /** The tenant has the application. */
  readonly hasApplication: boolean;
  /** A hidden frame has Entra's cookies, as in a browser that blocks none. */
  readonly hasFrameCookies: boolean;
  /** The organization has consented to the application. */
  readonly hasConsent: boolean;
  /** Its consent includes tokens for Storage. */
  readonly hasStorageConsent: boolean;
  /** The token endpoint never answers. */
  readonly isHanging: boolean;
  /** The token endpoint refuses every grant. */
  readonly isRefusing: boolean;
}

export const WELL: Behaviour = {
  challenge: null,
  isPersonNeeded: false,
  hasApplication: true,
  hasFrameCookies: true,
  hasConsent: true,
  hasStorageConsent: true,
  isHanging: false,
  isRefusing: false,
};
