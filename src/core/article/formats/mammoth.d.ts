/** Mammoth's build for web pages, which runs in Node as well: one build, one behaviour. It comes without types. */
declare module 'mammoth/mammoth.browser.min.js' {
  import mammoth from 'mammoth';
  export default mammoth;
}
