import { connect } from 'node:net';

/** A response as received, not decoded. */
export interface RawAnswer {
  readonly bytes: Buffer;
  /** 0: the connection was closed without a response. */
  readonly status: number;
  /** Names are in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/**
 * Sends bytes to a port of this machine and reads until the server closes the connection. With `isCut` the
 * client closes after the last byte, like a phone that loses its network.
 */
export function sendRaw(port: number, request: string | Buffer, isCut = false): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', () => resolve(parseAnswer(Buffer.concat(chunks))));
    // A server that rejects a request may close the connection before the client has sent all of it.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
    if (isCut) socket.end(request);
    else socket.write(request);
  });
}

function parseAnswer(bytes: Buffer): RawAnswer {
  const [head = ''] = bytes.toString('latin1').split('\r\n\r\n', 1);
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  });
  return { bytes, status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0), headers: new Map(headers) };
}
