import type { ProblemCode } from '../../api/contract/problem.ts'

/** What to do about each error. */
export const problemAdvice: Record<ProblemCode, string> = {
  bad_request: 'Send a JSON body of the shape that the operation names. Sending the same again will fail again.',
  unauthorized:
    'Send a key as “Authorization: Bearer …”, or sign in to the console. Check that the key is this server’s.',
  forbidden:
    'Use a key with the scope that the operation names. From a page, the origin must be one that the key or ALLOWED_ORIGINS allows, and a verified user needs their hash, with VERIFY_ACCOUNTS that of the account too.',
  not_found: 'Check the path and the id. Definitions are known by the name of their file.',
  method_not_allowed: 'Send one of the methods that the header Allow names.',
  timed_out: 'Send the request whole and without a pause: its headers within 10 seconds, all of it within 30.',
  payload_too_large: 'Send fewer or smaller messages: a body has at most 500 KB and 500 messages, a message 32 KB.',
  unsupported: 'Send JSON in UTF-8, as it is or compressed with gzip, deflate or Brotli.',
  invalid: 'Correct the fields that “errors” names by their path; each says what is wrong with it.',
  rate_limited:
    'Wait as many seconds as the header Retry-After says, then send again. RATE_LIMIT and RATE_LIMIT_IP set the limits.',
  headers_too_large:
    'Shorten the address and the headers: they have at most 16 KB together. Put long lists into the body.',
  internal: 'Not your fault. The log of the server has the cause under the requestId of the answer.',
  overloaded: 'Wait as many seconds as the header Retry-After says, then send again. Nothing was stored.',
}
