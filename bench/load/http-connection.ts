import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  /** Status line and headers, without the empty line after them. */
  readonly head: string;
  /** After decoding of the chunks; still compressed. */
  readonly body: Buffer;
  /** Size of the whole response in bytes, headers included. */
  readonly wireBytes: number;
}

const IDLE_MS = 3_000;
const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * A keep-alive connection that sends one request at a time. It supports only the HTTP that our server uses,
 * because the load must cost little compared with what is measured.
 */
export class HttpConnection {
  private socket: Socket;
  private received: Buffer = Buffer.alloc(0);
  private waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null;

  private usedAt = performance.now();

  private constructor(
    private readonly port: number,
    socket: Socket,
  ) {
    this.socket = this.attach(socket);
  }

  private attach(socket: Socket): Socket {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.take(chunk));
    const fail = (error: Error) => {
      if (socket !== this.socket) return;
      this.waiting?.reject(error);
      this.waiting = null;
    };
    socket.on('error', fail);
    socket.on('close', () => fail(new Error('the server closed the connection')));
    return socket;
  }

  static open(port: number): Promise<HttpConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new HttpConnection(port, socket));
      });
    });
  }

  exchange(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      // Reconnects after a pause, because the server closes idle connections, perhaps just while a request is sent.
      if (performance.now() - this.usedAt > IDLE_MS) {
        const idle = this.socket;
        this.socket = this.attach(connect({ host: '127.0.0.1', port: this.port }));
        idle.destroy();
        this.received = Buffer.alloc(0);
      }
      this.usedAt = performance.now();
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.waiting = null;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const answer = parseAnswer(this.received);
    if (answer === null || this.waiting === null) return;
    const { resolve } = this.waiting;
    this.received = Buffer.alloc(0);
    this.waiting = null;
    resolve(answer);
  }
}

/** Null until the response is complete. */
function parseAnswer(bytes: Buffer): Answer | null {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const head = bytes.toString('latin1', 0, headEnd);
  const bodyStart = headEnd + HEAD_END.length;
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  let body: Buffer | null;
  if (length !== undefined) {
    const end = bodyStart + Number(length);
    body = bytes.length >= end ? bytes.subarray(bodyStart, end) : null;
  } else if (/\r\ntransfer-encoding: *chunked/i.test(head)) {
    body = readChunks(bytes.subarray(bodyStart));
  } else {
    body = Buffer.alloc(0);
  }
  return body === null ? null : { status, head, body, wireBytes: bytes.length };
}

/** Decodes a chunked body; null until it is complete. */
function readChunks(bytes: Buffer): Buffer | null {
  if (bytes.length < 5 || bytes.toString('latin1', bytes.length - 5) !== '0\r\n\r\n') return null;
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    if (size === 0) return Buffer.concat(parts);
    const start = lineEnd + 2;
    if (start + size > bytes.length) return null;
    parts.push(bytes.subarray(start, start + size));
    at = start + size + 2;
  }
}
