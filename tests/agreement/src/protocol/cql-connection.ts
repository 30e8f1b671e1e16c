import { connect, type Socket } from "node:net";
import type { CassandraConnection } from "@treadle/testbed";
import { FrameReader } from "./frame-reader.js";
import { bytesOf, int, longString, short, shortBytes, string } from "./frame-writer.js";
import { readServerType, type ServerType, times } from "./server-type.js";

export interface ServerColumn {
  readonly name: string;
  readonly type: ServerType;
}

export interface PreparedStatement {
  readonly id: Buffer;
  readonly binds: readonly ServerColumn[];
  readonly columns: readonly ServerColumn[];
}

/** What the server refuses, in its words. */
export class ServerRefusal extends Error {
  override readonly name = "ServerRefusal";
}

const opcodes = { startup: 0x01, query: 0x07, prepare: 0x09, execute: 0x0a, authResponse: 0x0f } as const;
const responses = { error: 0x00, authenticate: 0x03 } as const;
const localQuorum = 0x06;
const headerBytes = 9;

/**
 * A connection of the native protocol, version 4, one request at a time. Drivers drop what PREPARE says about the result;
 * this is all that it takes to read it.
 */
export class CqlConnection {
  readonly #socket: Socket;
  #received = Buffer.alloc(0);
  #waiting: { resolve: (frame: Frame) => void; reject: (error: Error) => void } | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#deliver();
    });
    const fail = (error: Error): void => {
      this.#waiting?.reject(error);
      this.#waiting = undefined;
    };
    socket.on("error", fail);
    socket.on("close", () => fail(new Error("The server closed the connection.")));
  }

  static async open({ contactPoint, port, username, password }: CassandraConnection): Promise<CqlConnection> {
    const socket = connect(port, contactPoint);
    const connection = new CqlConnection(socket);
    try {
      await new Promise<void>((resolve, reject) => {
        socket.once("connect", resolve);
        socket.once("error", reject);
      });
      const options = Buffer.concat([short(1), string("CQL_VERSION"), string("3.0.0")]);
      const { opcode } = await connection.#request(opcodes.startup, options);
      if (opcode === responses.authenticate) {
        await connection.#request(opcodes.authResponse, bytesOf(Buffer.from(`\0${username}\0${password}`)));
      }
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /** @throws {ServerRefusal} */
  async query(text: string): Promise<void> {
    await this.#request(opcodes.query, Buffer.concat([longString(text), short(localQuorum), Buffer.of(0)]));
  }

  /** @throws {ServerRefusal} */
  async prepare(text: string): Promise<PreparedStatement> {
    const { body } = await this.#request(opcodes.prepare, longString(text));
    const reader = new FrameReader(body);
    reader.int();
    const id = Buffer.from(reader.shortBytes());
    return { id, binds: readMetadata(reader, true), columns: readMetadata(reader, false) };
  }

  /** @throws {ServerRefusal} */
  async execute({ id }: PreparedStatement, values: readonly Buffer[]): Promise<void> {
    const parts = [shortBytes(id), short(localQuorum), Buffer.of(1), short(values.length), ...values.map(bytesOf)];
    await this.#request(opcodes.execute, Buffer.concat(parts));
  }

  close(): void {
    this.#socket.destroy();
  }

  async #request(opcode: number, body: Buffer): Promise<Frame> {
    const header = Buffer.concat([Buffer.of(0x04, 0), short(0), Buffer.of(opcode), int(body.length)]);
    const answer = new Promise<Frame>((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
    this.#socket.write(Buffer.concat([header, body]));
    const frame = await answer;
    if (frame.opcode !== responses.error) return frame;
    const reader = new FrameReader(frame.body);
    reader.int();
    throw new ServerRefusal(reader.string());
  }

  #deliver(): void {
    if (this.#received.length < headerBytes) return;
    const length = this.#received.readInt32BE(5);
    if (this.#received.length < headerBytes + length) return;
    const [flags = 0, opcode = 0] = [this.#received[1], this.#received[4]];
    const body = this.#received.subarray(headerBytes, headerBytes + length);
    this.#received = this.#received.subarray(headerBytes + length);
    this.#waiting?.resolve({ opcode, body: withoutWarnings(flags, body) });
    this.#waiting = undefined;
  }
}

interface Frame {
  readonly opcode: number;
  readonly body: Buffer;
}

/** A body may begin with the server's warnings: a list of strings. */
function withoutWarnings(flags: number, body: Buffer): Buffer {
  if ((flags & 0x08) === 0) return body;
  const reader = new FrameReader(body);
  const lengths = times(reader.short(), () => reader.shortBytes().length + 2);
  return body.subarray(lengths.reduce((sum, length) => sum + length, 2));
}

function readMetadata(reader: FrameReader, isPrepared: boolean): readonly ServerColumn[] {
  const flags = reader.int();
  const count = reader.int();
  if (isPrepared) times(reader.int(), () => reader.short());
  if ((flags & 0x02) !== 0) reader.bytes();
  if ((flags & 0x04) !== 0) return [];
  const isGlobal = (flags & 0x01) !== 0;
  const skipTable = (): void => {
    reader.string();
    reader.string();
  };
  if (isGlobal) skipTable();
  return times(count, () => {
    if (!isGlobal) skipTable();
    return { name: reader.string(), type: readServerType(reader) };
  });
}
