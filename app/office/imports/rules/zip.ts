import { Refused } from './table.ts'

/** A file inside an archive, still packed. */
export type Packed = { name: string; method: number; bytes: Uint8Array }
/** A file inside an archive, unpacked, with its check sum (CRC-32). */
export type Unpacked = { name: string; bytes: Uint8Array; sum: number }

const endSign = 0x06054b50
const centralSign = 0x02014b50
const localSign = 0x04034b50
const mostFiles = 2000

/** The files that an archive lists in its central directory (APPNOTE 6.3, 4.3.12). Throws Refused('damaged'). */
export function packedFiles(archive: Uint8Array): Packed[] {
  const view = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  try {
    const end = endOf(view)
    const count = Math.min(view.readUInt16LE(end + 10), mostFiles)
    const files: Packed[] = []
    let at = view.readUInt32LE(end + 16)
    for (let i = 0; i < count; i++) {
      if (view.readUInt32LE(at) !== centralSign) throw new Refused('damaged')
      const nameLength = view.readUInt16LE(at + 28)
      files.push(packedFile(view, at, nameLength))
      at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
    }
    return files
  } catch (error) {
    if (error instanceof RangeError) throw new Refused('damaged')
    throw error
  }
}

function endOf(view: Buffer): number {
  for (let at = view.length - 22; at >= Math.max(0, view.length - 66_000); at--) {
    if (view.readUInt32LE(at) === endSign) return at
  }
  throw new Refused('damaged')
}

function packedFile(view: Buffer, at: number, nameLength: number): Packed {
  const local = view.readUInt32LE(at + 42)
  if (view.readUInt32LE(local) !== localSign) throw new Refused('damaged')
  const from = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28)
  return {
    name: view.toString('utf8', at + 46, at + 46 + nameLength),
    method: view.readUInt16LE(at + 10),
    bytes: view.subarray(from, from + view.readUInt32LE(at + 20)),
  }
}

/** An archive of these files, not compressed: what was looked at is exactly what a reader gets. */
export function plainArchive(files: Unpacked[]): Buffer {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const name = Buffer.from(file.name)
    const common = header(file, name.length)
    const local = Buffer.concat([words(localSign), common, name, Buffer.from(file.bytes)])
    central.push(
      Buffer.concat([
        words(centralSign),
        Buffer.from([20, 0]),
        common,
        Buffer.alloc(10),
        words(offset),
        name,
      ]),
    )
    parts.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const counts = Buffer.alloc(8)
  counts.writeUInt16LE(files.length, 4)
  counts.writeUInt16LE(files.length, 6)
  return Buffer.concat([
    ...parts,
    directory,
    words(endSign),
    counts,
    words(directory.length),
    words(offset),
    Buffer.alloc(2),
  ])
}

// Version, flags, method, time, sum, sizes and lengths: the same in both places.
function header({ bytes, sum }: Unpacked, nameLength: number): Buffer {
  const fixed = Buffer.alloc(26)
  fixed.writeUInt16LE(20, 0)
  fixed.writeUInt16LE(0x0800, 2)
  fixed.writeUInt32LE(sum >>> 0, 10)
  fixed.writeUInt32LE(bytes.length, 14)
  fixed.writeUInt32LE(bytes.length, 18)
  fixed.writeUInt16LE(nameLength, 22)
  return fixed
}

function words(value: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32LE(value >>> 0)
  return four
}
