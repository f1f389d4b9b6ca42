import { setTimeout as realWait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import type { Handler } from '../live/server.ts';

/** A usual line to a server that is far away: milliseconds until a request is answered, and bytes that come in one. */
const LATENCY_MS = 165;
const BYTES_PER_MS = 9_000_000 / 8 / 1000;
/** How much of an answer goes out before another one has its turn. */
const PIECE = 16_384;

/**
 * A site at the end of a slow line, compressed as servers do. The line is slow for a service worker, too, which the
 * browser's own slowness leaves out.
 */
export function slowly(site: Handler): Handler {
  const packed = new Map<string, Buffer<ArrayBuffer>>();
  let freeAt = 0;
  const send = (body: Buffer<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> => {
    let from = 0;
    return new ReadableStream({
      async pull(controller) {
        const piece = body.subarray(from, from + PIECE);
        from += PIECE;
        freeAt = Math.max(freeAt, performance.now()) + piece.length / BYTES_PER_MS;
        await realWait(freeAt - performance.now());
        controller.enqueue(piece);
        if (from >= body.length) controller.close();
      },
    });
  };
  return async (request) => {
    const [response] = await Promise.all([site(request), realWait(LATENCY_MS)]);
    const body =
      packed.get(request.url) ?? gzipSync(Buffer.from(await response.arrayBuffer()), { level: 9 });
    packed.set(request.url, body);
    const headers = new Headers(response.headers);
    headers.set('Content-Encoding', 'gzip');
    return new Response(send(body), { status: response.status, headers });
  };
}
