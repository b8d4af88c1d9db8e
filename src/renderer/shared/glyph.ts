/** The marks and connectors that a figure, a tag or a legend can wear. */
export type GlyphKind = 'sure' | 'joined' | 'partial' | 'moved' | 'dropped' | 'added' | 'changed';
