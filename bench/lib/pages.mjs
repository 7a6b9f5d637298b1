// Where each peer is loaded, and what its first field is.

/** Gives the pages of which the first field is awaited, by the name of the peer. */
export async function firstFields(bench, caching) {
  const at = async (name) => `${(await bench.served(name, caching)).origin}/`;
  return {
    // The welcome page asks nothing; its button is pressed as soon as it is there.
    ours: { address: `${(await bench.ours(caching)).origin}/`, press: 'main a[href="#/start"]', field: 'main input[type=text], main textarea' },
    SurveyJS: { address: await at('survey'), field: '#survey input[type=text], #survey textarea' },
    // The search of the empty wiki, the first field that is there; a new note would take one more tap.
    TiddlyWiki: { address: await at('tiddlywiki/served'), field: 'input[type=search], input.tc-titlebar' },
    'blank form': { address: await at('blank'), field: 'input' },
  };
}
