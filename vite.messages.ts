/** The interface's messages (resources/messages) become typed functions in src/messages, one way for every build. */
export const messages = {
  project: './project.inlang',
  outdir: './src/messages',
  strategy: ['globalVariable', 'baseLocale'] as ('globalVariable' | 'baseLocale')[],
};
