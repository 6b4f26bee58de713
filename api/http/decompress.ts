import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, type InputType, type ZlibOptions } from 'node:zlib'
import { limits } from '../contract/limits.ts'
import { ApiError } from '../errors.ts'

type Decoder = (body: InputType, options: ZlibOptions) => Promise<Buffer>

/** By the names that HTTP gives them. */
const decoders: Partial<Record<string, Decoder>> = {
  gzip: promisify<InputType, ZlibOptions, Buffer>(gunzip),
  'x-gzip': promisify<InputType, ZlibOptions, Buffer>(gunzip),
  deflate: promisify<InputType, ZlibOptions, Buffer>(inflate),
  br: promisify<InputType, ZlibOptions, Buffer>(brotliDecompress),
}

/**
 * Undoes the `Content-Encoding` of a body. What inflates to more than a body may have ends as soon as it does.
 *
 * @returns null where it is too large.
 * @throws ApiError `unsupported` for another encoding, `bad_request` where the body is not in it.
 */
export async function decompress(body: Buffer, encoding: string): Promise<Buffer | null> {
  const name = encoding.trim().toLowerCase()
  if (name === 'identity') return body
  const decode = decoders[name]
  if (!decode) {
    throw new ApiError('unsupported', `Bodies in the encoding "${encoding}" are not read: send gzip, deflate or br.`)
  }
  try {
    return await decode(body, { maxOutputLength: limits.bodyBytes })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return null
    throw new ApiError('bad_request', `The body is not ${name}, or a part of it is missing.`)
  }
}
