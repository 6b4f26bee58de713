/** Where the address of the server belongs in files that need whole addresses; filled in when they are sent. */
const originPlace = '__CAIRN_ORIGIN__'

/** The address of the server without a path: that of `PUBLIC_URL`, else what it is reached by when somebody asks. */
export const originOf = (site: URL | undefined): string => site?.origin ?? originPlace
