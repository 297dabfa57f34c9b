// Preloaded into children of `npm start`: when the parent goes away, even by kill -9, standard input ends and the child leaves with it.
process.stdin
  .on('end', () => process.exit(0))
  .on('error', () => process.exit(0))
  .resume()
