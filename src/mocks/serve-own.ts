/** Where the simulated Azure is to be found, and how fast its time goes by. */
export interface Place {
  readonly address: string;
  /** Simulated seconds in a real one. */
  readonly speed: number;
}

const AZURE = 'https://management.azure.com';
const addressHeaders = ['location', 'azure-asyncoperation'];

/** Links in a body by which a client goes on; other addresses, such as a `vaultId`, are only names. */
const links =
  /("(?:nextLink|Location|Azure-AsyncOperation)":\[?")https:\/\/management\.azure\.com/gi;
const pauses = /("(?:retryAfter|Retry-After)":\[?"?)(\d+)/gi;

/** Real seconds for simulated ones: whole, and at least one, so that every client pauses. */
const realSeconds = (seconds: number, speed: number): string =>
  String(Math.max(1, Math.ceil(seconds / speed)));

/** A header as the port sends it: links lead back here, pauses in seconds are in real time; dates stay simulated. */
export function ownHeader(name: string, value: string, { address, speed }: Place): string {
  if (addressHeaders.includes(name)) return value.replace(AZURE, address);
  return name === 'retry-after' && /^\d+$/.test(value) ? realSeconds(Number(value), speed) : value;
}

/** A JSON body as the port sends it, also one that is cut off in the middle. */
export function own(body: string, { address, speed }: Place): string {
  return body
    .replaceAll(links, (_, key: string) => `${key}${address}`)
    .replaceAll(pauses, (_, key: string, seconds: string) =>
      key.concat(realSeconds(Number(seconds), speed)),
    );
}
