import { describe, expect, it } from 'vitest';
import type { TextWithBlocks } from './formats/format.ts';
import { textBlocks } from './formats/text.ts';
import { detectLanguage, tellApart } from './language.ts';

const TEXTS = {
  fr: 'Le secrétaire général de l’Otan a appelé lundi l’Iran à éviter davantage de violence et de provocations.',
  en: 'The secretary general of NATO called on Iran on Monday to avoid more violence and provocation.',
  de: 'Der Generalsekretär der NATO hat den Iran am Montag aufgefordert, weitere Gewalt zu vermeiden.',
  es: 'El secretario general de la OTAN pidió el lunes a Irán que evite más violencia y provocaciones.',
  it: 'Il segretario generale della NATO ha chiesto lunedì all’Iran di evitare ulteriori violenze e provocazioni.',
  nl: 'De secretaris-generaal van de NAVO heeft Iran maandag opgeroepen om verder geweld te vermijden.',
  pt: 'O secretário-geral da OTAN pediu na segunda-feira ao Irão que evite mais violência e provocações.',
  pl: 'Sekretarz generalny NATO wezwał w poniedziałek Iran do unikania dalszej przemocy i prowokacji.',
  sv: 'Natos generalsekreterare uppmanade på måndagen Iran att undvika mer våld och provokationer.',
  ca: 'El secretari general de l’OTAN va demanar dilluns a l’Iran que eviti més violència i provocacions.',
  ro: 'Secretarul general al NATO a cerut luni Iranului să evite noi violențe și provocări.',
  tr: 'NATO Genel Sekreteri pazartesi günü İran’ı daha fazla şiddetten kaçınmaya çağırdı ve bu çok önemli.',
  ru: 'Генеральный секретарь НАТО призвал Иран избегать насилия.',
  ja: 'ＮＡＴＯの事務総長はイランに暴力を避けるよう求めた。',
  ar: 'دعا الأمين العام لحلف شمال الأطلسي إيران إلى تجنب العنف.',
} as const;

describe('detectLanguage', () => {
  it.each(Object.entries(TEXTS))('knows %s from one sentence', (language, text) => {
    expect(detectLanguage(text).language).toBe(language);
  });

  it.each([
    ['fr', 'Une stratégie qui reste à définir'],
    ['fr', 'L’Otan rentre dans la danse'],
    ['en', 'No one cried for him'],
    ['en', 'How the crisis began'],
  ])('knows %s from a headline', (language, text) => {
    expect(detectLanguage(text).language).toBe(language);
  });

  it('knows French without accents and in capitals', () => {
    expect(detectLanguage('LE PRESIDENT A DECLARE QUE LES ALLIES SONT INQUIETS POUR LA REGION.').language).toBe('fr');
  });

  it('does not guess where nothing tells', () => {
    expect(detectLanguage('12345 ---')).toEqual({ language: 'und', certainty: 0 });
    expect(detectLanguage('xq zvrt plok mnep qwist jarg flonz brip snorv tulk wex dron')).toEqual({
      language: 'und',
      certainty: 0,
    });
  });
});

function read(name: string, text: string): TextWithBlocks {
  return { name, text, blocks: textBlocks(text) };
}

describe('tellApart', () => {
  const fr = read('un.txt', TEXTS.fr);
  const en = read('deux.txt', TEXTS.en);

  it('puts each article on its side, in whatever order they come', () => {
    expect(tellApart([fr, en])).toEqual({ ok: true, value: { fr, en } });
    expect(tellApart([en, fr])).toEqual({ ok: true, value: { fr, en } });
  });

  it('takes the reader’s word for it', () => {
    expect(tellApart([fr, en], ['en', 'fr'])).toEqual({ ok: true, value: { fr: en, en: fr } });
    const de = read('drei.txt', TEXTS.de);
    expect(tellApart([de, en], ['fr', 'en'])).toEqual({ ok: true, value: { fr: de, en } });
  });

  it('names the language that two articles share', () => {
    const twin = read('trois.txt', TEXTS.fr);
    expect(tellApart([fr, twin])).toEqual({
      ok: false,
      failure: { code: 'same-language', files: ['un.txt', 'trois.txt'], detail: 'fr' },
    });
  });

  it.each(['de', 'es', 'it', 'nl', 'pt', 'ru'] as const)('names a third language: %s', (language) => {
    expect(tellApart([fr, read('drei.txt', TEXTS[language])])).toEqual({
      ok: false,
      failure: { code: 'other-language', files: ['drei.txt'], detail: language },
    });
  });

  it('asks for two articles', () => {
    expect(tellApart([fr])).toEqual({ ok: false, failure: { code: 'needs-two', files: ['un.txt'] } });
  });

  it('does not let page furniture decide', () => {
    const text = `Read more\n\n${TEXTS.fr}`;
    const [first, second] = textBlocks(text);
    if (first === undefined || second === undefined) throw new Error('two blocks');
    const page: TextWithBlocks = { name: 'page.txt', text, blocks: [{ ...first, furniture: true }, second] };
    expect(tellApart([page, en])).toEqual({ ok: true, value: { fr: page, en } });
  });

  it('gives a text of a few telling-nothing words the side that is left', () => {
    const names = read('noms.txt', 'Candide Pangloss');
    expect(tellApart([names, en])).toEqual({ ok: true, value: { fr: names, en } });
  });
});
