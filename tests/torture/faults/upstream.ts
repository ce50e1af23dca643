import { connect, type Socket } from 'node:net';
import { headerOf, messageIn, withHeader, type HttpMessage } from './http-message.ts';

/** The instances of the service behind the proxies, taken in turn. */
export interface Upstream {
  /** Resolves with the answer when it is complete, with null when the service ended the connection without one. */
  ask(request: HttpMessage): Promise<HttpMessage | null>;
  /** The service gets this and then a reset. */
  breakOff(bytes: Buffer): Promise<void>;
  /** A connection of its own that has been sent the request, for an answer that goes on and on. */
  open(request: HttpMessage): Socket;
  close(): void;
}

interface Instance {
  readonly hostname: string;
  readonly port: number;
  /** Connections that have had their answer. */
  readonly idle: Set<Socket>;
}

export function createUpstream(urls: readonly string[]): Upstream {
  const instances = urls.map((url): Instance => {
    const { hostname, port } = new URL(url);
    return { hostname, port: Number(port), idle: new Set() };
  });
  let turn = 0;

  function nextInstance(): Instance {
    turn = (turn + 1) % instances.length;
    const instance = instances[turn];
    if (instance === undefined) throw new Error('There is no service');
    return instance;
  }

  function dial({ port, hostname, idle }: Instance): Socket {
    const socket = connect(port, hostname);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.once('close', () => idle.delete(socket));
    return socket;
  }

  return {
    ask: (request) =>
      new Promise((resolve) => {
        const instance = nextInstance();
        const [socket = dial(instance)] = instance.idle;
        instance.idle.delete(socket);
        let bytes: Buffer = Buffer.alloc(0);
        const ended = (): void => {
          resolve(null);
        };
        const heard = (part: Buffer): void => {
          bytes = bytes.length === 0 ? part : Buffer.concat([bytes, part]);
          const answer = messageIn(bytes);
          if (answer === null) return;
          socket.off('data', heard);
          socket.off('close', ended);
          if (headerOf(answer.head, 'connection') === 'keep-alive') instance.idle.add(socket);
          else socket.destroy();
          resolve(answer);
        };
        socket.on('data', heard);
        socket.once('close', ended);
        socket.write(request.bytes);
      }),
    breakOff: (bytes) =>
      new Promise((resolve) => {
        const socket = dial(nextInstance());
        socket.once('close', () => {
          resolve();
        });
        // the reset goes out once the bytes are in the kernel's hands
        socket.write(bytes, () => socket.resetAndDestroy());
      }),
    open(request) {
      const socket = dial(nextInstance());
      socket.write(withHeader(request, 'connection', 'close'));
      return socket;
    },
    close() {
      for (const { idle } of instances) for (const socket of idle) socket.destroy();
    },
  };
}
