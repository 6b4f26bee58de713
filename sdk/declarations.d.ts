/** Stylesheets are built in as text, so that they can be adopted by a shadow root under any Content Security Policy. */
declare module '*.css' {
  const text: string
  export default text
}

/** The tokens of the help center and console (`site/styles/tokens.css`), as far as the SDK uses them. */
declare module 'cairn:tokens' {
  const text: string
  export default text
}
