/** How the faked Entra answers; each can be set while it runs. */
export interface Behaviour {
  /** The claims that it wants to see before it signs anybody in again, as for a second factor; null: none. */
  readonly challenge: string | null;
  /** The organization has consented to the application. */
  readonly hasConsent: boolean;
  /** The token endpoint never answers. */
  readonly isHanging: boolean;
  /** The token endpoint refuses every grant. */
  readonly isRefusing: boolean;
}

export const WELL: Behaviour = {
  challenge: null,
  hasConsent: true,
  isHanging: false,
  isRefusing: false,
};
