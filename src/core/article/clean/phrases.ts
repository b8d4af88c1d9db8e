/**
 * What web pages say around an article, in French and English, lower case, with straight apostrophes. A line is matched
 * after the same folding (see `fold` in ../clean.ts).
 */

/** Lines that are nothing else. */
export const WHOLE = phrases(`
  partager|partager cet article|partager l'article|partager sur facebook|partager sur twitter|partager sur whatsapp
  envoyer par e-mail|envoyer par mail|imprimer l'article|laisser un commentaire|laissez un commentaire
  aucun commentaire|ajouter un commentaire|s'abonner|abonnez-vous|je m'abonne|s'inscrire|se connecter|mon compte
  contenu sponsorisé|sponsorisé|la suite après la publicité|lire la suite|lire plus|en savoir plus|lire aussi
  à lire aussi|à lire également|voir aussi|sur le même sujet|sur le même thème|articles liés|articles similaires
  les plus lus|les plus partagés|dans la même rubrique|nos vidéos|retour en haut|haut de page|suivez-nous
  nous suivre|nous contacter|contactez-nous|mentions légales|plan du site|tout accepter|continuer sans accepter
  paramétrer les cookies|gérer mes choix|politique de confidentialité|politique de cookies|conditions générales
  conditions d'utilisation|mots-clés|newsletters|newsletter|la newsletter|tous droits réservés
  article réservé aux abonnés|réservé aux abonnés|réservé à nos abonnés|publié le|mis à jour le|actualisé le
  modifié le|temps de lecture|écouter l'article|ajouter à vos favoris|offrir l'article|tweeter|facebook|twitter
  whatsapp|linkedin|instagram|pinterest|telegram|reddit|share this|share this article|share this story
  share this page|share on facebook|share on twitter|tweet|print this article|leave a comment|leave a reply
  add a comment|post a comment|no comments|cancel reply|subscribe now|subscribe to continue|sign up|sign in
  my account|create an account|create account|advertisement|sponsored|sponsored content|read more|read next
  continue reading|related articles|related stories|related content|related topics|related posts|more on this story
  more from this author|most read|most popular|most viewed|trending now|recommended for you|you may also like
  you might also like|see also|top stories|latest news|editor's picks|back to top|accept all|accept all cookies
  reject all|cookie settings|manage cookies|cookie policy|privacy policy|terms of use|terms of service
  terms and conditions|contact us|about us|all rights reserved|skip to content|skip to main content
  jump to navigation|follow us|previous article|next article|article précédent|article suivant|published on
  posted on|last updated|listen to this article|copy link|copier le lien
`);

/** Lines that are a button or a label near other furniture, and may be a chapter's name or a cry anywhere else. */
export const LABELS = phrases(`
  partage|imprimer|commenter|réagir|commentaires|commentaire|inscription|connexion|annonce|accueil|contact|menu
  rechercher|fermer|accepter|refuser|share|email|print|comment|comments|reply|register|more|related|recommended|home
  search|close|accept|decline|tags|published|publié|updated|save|bookmark|ok|follow|i agree|j'accepte|subscribe
  login|log in|log out|promoted|advertising|trending|voir plus|à la une|youtube|messenger|publicité|connectez-vous
  partagez|inscrivez-vous|see more|show more|load more
`);

/** How lines begin that go on with a name, a date or a figure, and that no narrator would write. */
export const OPENINGS = phrases(`
  publié le|publié à|publiée le|mis à jour le|mise à jour le|posté le|créé le|modifié le|actualisé le|paru le
  la rédaction vous conseille|la rédaction vous recommande|recevez chaque|recevez tous les|recevez nos|recevez gratuitement
  inscrivez-vous à|inscrivez-vous gratuitement|abonnez-vous à|abonnez-vous pour|s'abonner à|je m'abonne|déjà abonné
  vous avez déjà un compte|cet article est réservé|il vous reste|pour lire la suite|suivez-nous sur|rejoignez-nous sur
  retrouvez-nous sur|partager sur|partager par|partagez cet|cliquez ici pour|à lire aussi|lire aussi :|à lire :|voir aussi :
  crédit photo|crédits photo|crédit :|crédits :|photo :|légende :|temps de lecture|votre adresse e-mail
  votre adresse de messagerie|votre adresse email|les champs obligatoires|enregistrer mon nom|en poursuivant votre navigation
  nous utilisons des cookies|ce site utilise des cookies|en cliquant sur|tous droits réservés|mots-clés :|mots clés :|tags :
  please enter your|please enter a valid|please log in|please sign in|sign up for|sign up to|subscribe to our
  subscribe to the|subscribe for|already a subscriber|already have an account|don't have an account|log in to
  this article is for subscribers|share on|share via|share this|follow us on|join us on|like us on|find us on
  click here to|read more:|read also:|also read:|read next:|see also:|related:|photo by|photo credit|photo:|photograph:
  photograph by|image credit|image:|image source|image caption|picture:|credit:|caption:|source: getty|media caption
  published on|published at|published:|posted on|posted by|posted in|last updated|last modified|updated on|updated at
  updated:|first published|filed under|tagged with|tags:|keywords:|topics:|your email address|required fields are marked
  save my name, email|notify me of|we use cookies|this site uses|this website uses|by continuing to browse
  by continuing to use|by clicking|by signing up|by subscribing|you have been successfully|thank you for subscribing
  all rights reserved|copyright ©|©|(c) 20|get our|get the latest|estimated reading time|reading time|comments are closed
  there are no comments|be the first to comment|soyez le premier à commenter|les commentaires sont fermés|donnez votre avis
  notify me|enter your email|entrez votre|saisissez votre|captcha|you have entered an incorrect email|powered by|propulsé par
`);

/** Words that a short line without a sentence's punctuation carries only on a page. */
export const TELLTALES = phrases(`
  publié le|published on|newsletter|newsletters|cookies|whatsapp|hashtag|e-mail *|email *|javascript|push notifications|rss|app store|google play
  log in|sign up|s'abonner|abonnez-vous|m'abonner|click here|cliquez ici|min de lecture|minutes de lecture|min read
  minute read|mis à jour à|réservé aux abonnés|tous droits réservés|all rights reserved
`);

/** Agencies and photo banks: where a line ends with one, after a slash, a sign or a name in capitals, it is a credit. */
export const AGENCIES = phrases(`
  afp|reuters|ap|ap photo|associated press|epa|epa-efe|efe|getty|getty images|afp via getty images|sipa|sipa press
  sipa usa|maxppp|shutterstock|istock|unsplash|pixabay|pexels|belga|ansa|dpa|keystone|xinhua|tass|ria novosti|bloomberg
  alamy|flickr|wikimedia|wikimedia commons|wikipedia|nato|otan|abaca|abacapress|hans lucas|rea|gamma|corbis|pa wire|pa
  anadolu|anadolu agency|anp|upi|zuma press|afp photo|pool|pool photo|le monde|nyt|the new york times
`);

function phrases(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(/[|\n]/)
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== ''),
  );
}
