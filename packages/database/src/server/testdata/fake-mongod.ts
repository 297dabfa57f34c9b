import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { BSON } from 'bson'
import { MessageReader } from '../../gateway/wire/message-reader'
import { parseMessage } from '../../gateway/wire/parse-message'
import { replyHead } from '../../gateway/wire/frame-reply'

/** Answers every command with a handshake, and takes the arguments of mongod that matter here. */
const argument = (name: string): string => process.argv[process.argv.indexOf(name) + 1] ?? ''
const folder = argument('--dbpath')
writeFileSync(join(folder, 'mongod.lock'), `${process.pid}\n`)
writeFileSync(join(folder, 'arguments.json'), JSON.stringify(process.argv.slice(2)))

const server = createServer((socket) => {
  const reader = new MessageReader()
  socket.on('data', (chunk: Buffer) => {
    for (const message of reader.push(chunk)) {
      const hello = {
        ok: 1,
        ismaster: true,
        isWritablePrimary: true,
        helloOk: true,
        minWireVersion: 0,
        maxWireVersion: 25,
      }
      const reply = Buffer.from(BSON.serialize(hello))
      socket.write(Buffer.concat([replyHead(parseMessage(message), 1, reply.length), reply]))
    }
  })
  socket.on('error', () => socket.destroy())
})
if (argument('--port') === '1') process.exit(48)
server.listen(Number(argument('--port')), '127.0.0.1')
process.on('SIGTERM', () => {
  writeFileSync(join(folder, 'stopped'), '')
  process.exit(0)
})
