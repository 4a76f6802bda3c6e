"""Tables of what on a news page is not the report: whole lines, and stretches inside a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from accord.model.vocabulary import NoiseKind

_MAX_WORDS = 30


@dataclass(frozen=True, slots=True)
class LineRule:
    """A whole line is noise if `pattern` matches at its start and it has at most `max_words` words."""

    name: str
    kind: NoiseKind
    pattern: re.Pattern[str]
    max_words: int


def _line(name: str, kind: NoiseKind, pattern: str, max_words: int = _MAX_WORDS, flags: int = re.I) -> LineRule:
    return LineRule(name, kind, re.compile(pattern, flags), max_words)


_B, _E, _C, _Y = NoiseKind.BOILERPLATE, NoiseKind.EMBED, NoiseKind.CAPTION, NoiseKind.BYLINE

# Marks that pages put before a teaser or button.
_LEAD = r"[\s\[(>»›→▶►•·*#|–—-]*"
# Labels of teasers that lead to other pages: "Read more: ...", "ALSO READ | ...".
_TEASER_LABEL = (
    r"(?:(?:also |please )?(?:read|see|watch|listen)(?:[ -](?:more|also|next|now|too|live|this|here|on|first|further|the full (?:story|text|report|transcript)))?"
    r"|(?:read|see|watch|more) (?:more )?(?:about|on|from) [^:|]{1,40}|more(?: (?:stories|news|coverage|reading))?"
    r"|related(?: (?:stor(?:y|ies)|articles?|news|coverage|content|topics?|links?|posts?|reading|video))?"
    r"|don['’]?t miss(?: (?:this|out|it))?|must[ -](?:read|watch|see)s?|most (?:read|popular|viewed|shared)|popular(?: now)?|trending(?: now)?"
    r"|recommended(?: (?:for you|stories|reading))?|editors?['’]?s?['’]? (?:picks?|choice)|top (?:stories|story|news)|up next|next up|next (?:story|article|page|post)"
    r"|previous (?:story|article|page|post)|follow live|live updates?|live blog|in (?:pictures|pics|photos)|photo gallery|gallery|slideshow|podcast"
    r"|further reading|you (?:may|might) (?:also )?(?:like|be interested in|have missed)|what to (?:read|watch) next|in case you missed it|icymi"
    r"|sponsored(?: (?:content|post|by [^:|]{1,30}))?|promoted(?: content)?|paid (?:content|post)|partner content|advert(?:isement|ising|isment)?|ad"
    r"|from (?:our|the) (?:archives?|partners?)|elsewhere on (?:the|our) (?:site|web)|explore more|latest(?: news| stories| headlines| updates)?"
    r"|also in (?:the )?news|tags?|topics?|filed under|categor(?:y|ies)|keywords)"
)
# Things that people are asked to sign up for, in lines and in sentences.
_OFFER = (
    r"(?:news ?letters?|e-?mail(?:s| alerts?| updates?)?|inbox|alerts?|notifications?|briefings?|bulletins?|digest|podcast|(?:mobile )?app"
    r"|channels?|whatsapp|telegram|facebook|twitter|instagram|youtube|tiktok|linkedin|social media|all platforms|free trial|subscription|membership|updates)"
)
NAV_WORDS = frozenset(
    """home|news|world|politics|business|sport|sports|opinion|culture|tech|technology|science|health|travel|lifestyle|entertainment|weather
    |contact|contact us|contact the editors|about|about us|archive|archives|advertise|advertise with us|subscribe|donate|support us|log in|login|log out
    |sign in|sign up|register|my account|menu|search|share|tweet|email|e-mail|mail|print|save|comment|comments|like|follow|follow us|copy link|link
    |facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|messenger|flipboard|rss|more|top|back|next|previous|page
    |privacy|privacy policy|terms|terms of use|terms of service|cookies|cookie policy|imprint|careers|jobs|faq|help|sitemap|newsletter|newsletters|podcasts
    |video|videos|photos|gallery|live|latest|trending|popular|most read|editions|edition|english|français|español|accept|accept all|reject|reject all
    |manage|manage preferences|settings|more options|got it|ok|close|skip|bookmark|listen|gift article|gift this article|a-z index|region|regional
    |africa|asia|europe|americas|middle east|asia pacific|national|international|local|economy|diaspora|peace|society|analysis|features""".replace(
        "\n    ", ""
    ).split("|")
)
_COOKIES = (
    r"(?=.*\bcookies?\b)(?=.*(?:\b(?:accept|reject|agree|consent|got it|ok|okay|manage|settings|preferences|policy|privacy|dismiss|continue|browser"
    r"|this (?:site|website|page)|our (?:site|website|partners)|we use|uses?|your experience|learn more)\b))"
)

LINE_RULES: tuple[LineRule, ...] = (
    _line("cookies", _B, _COOKIES + r".*\b(?:(?:we|site|website|page|partners|by) (?:\w+ ){0,3}(?:use|uses|using)\b|accept|reject|cookie (?:policy|settings|notice|preferences))", 70),
    _line("cookies", _B, r"(?:we use|this (?:site|website|page) uses|we and our (?:\d+ )?partners) .*\bcookies?\b", 70),
    _line("wait", _B, r"(?:please )?wait(?: for)? \d+ ?s(?:ec(?:onds?)?)?\b|(?:now )?loading\b.{0,20}$|(?:skip|close) (?:ad|this ad)\b"),
    _line("script", _B, r"(?:please |you need to )?(?:enable|turn on|disable) (?:javascript|your ad ?blocker)|.*\bdoes not support (?:javascript|html5|the video)"),
    _line("robot", _B, r"(?:checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot)"),
    _line("teaser", _B, _LEAD + _TEASER_LABEL + r"\s*(?:[:|»›>→]|\s[–—-]\s)"),
    _line("teaser label", _B, _LEAD + r"(?!(?:ad|more|tags?|topics?|read|see|watch|listen|latest|popular|gallery|podcast)\W*$)" + _TEASER_LABEL + r"\s*[\])>»›:.…]*$"),
    _line("label", _B, _LEAD + r"(?:read|watch|listen|latest|gallery|popular|tags|topics|ad)\s*[:\])>»›]+$"),
    _line("read on", _B, _LEAD + r"(?:(?:click|tap|press|swipe|scroll)\b.{0,30}\b(?:here|down|up|below|to (?:read|see|watch|get|view|continue|expand|share|play))\b|continue reading|read (?:more|the full|full)\b(?!.*[a-z]\.$)|show (?:more|less)\b|view (?:gallery|comments|more|all)\b|load more|back to top|jump to)"),
    _line("continues", _B, _LEAD + r"(?:advert(?:isement|ising)?\b[\s:–—-]*)?(?:(?:the |this )?(?:story|article|report|text|video|post)s? continues?|continues?) (?:below|after|on)\b.{0,40}$"),
    _line("advertisement", _B, _LEAD + r"(?:\(?adverti[sz]ement\)?|sponsored|promoted|ads? by \w+|skip advertisement|close ad|report (?:this )?ad)[\s\])!.:–—-]*(?:story continues.*)?$", 8),
    _line("subscribe", _B, _LEAD + r"(?:subscribe|sign[ -]?up|register|log ?in|sign in)\b(?: (?:to|for|here|now|today|with|and)\b|[:!.]|$)(?!.*\b(?:said|says|told)\b)"),
    _line("offer", _B, _LEAD + r"(?:get|join|download|follow|receive|don['’]t miss|never miss|enable|turn on|like|find|stay|keep)\b(?!.*\b(?:said|says|told)\b).*\b" + _OFFER + r"\b.{0,60}$", 25),
    _line("follow", _B, _LEAD + r"(?:follow|like|join|find|connect with|share|tell|contact|e-?mail|write to|support|add) (?:us|@\w+|this (?:article|story|page|post|on))\b(?!.*\b(?:said|says|told)\b)", 25),
    _line("enjoyed", _B, _LEAD + r"(?:enjoy(?:ed|ing)? (?:this|what|our|reading)|did you (?:like|enjoy)|like what you|liked this|was this (?:article|page)|thank you for reading|already a (?:subscriber|member)|not a subscriber|have (?:a|you got a) (?:tip|story|question)|got a (?:tip|story|question|news tip))"),
    _line("support", _B, _LEAD + r"(?:support (?:our|independent|quality)|donate|become a (?:member|subscriber|supporter)|make a donation|this (?:article|story|content) is (?:for|only|free)|(?:you have|you['’]ve) (?:\d+|one|no) (?:free )?articles?)\b(?!.*\b(?:said|says|told)\b)", 25),
    _line("share", _B, _LEAD + r"(?:share|print|save|tweet|e-?mail|pin|bookmark)(?: (?:this|article|story|page|on|via|it|with friends)\b.{0,40}|\W*)$", 8),
    _line("comments", _B, _LEAD + r"(?:(?:leave|post|add|write|join|view|read|see|show)\b.{0,20}\b(?:comments?|conversation|discussion|reply)\b|\d+ comments?\b|comments? (?:are closed|\(\d+\))|no comments yet|comments?\s*:?$|report (?:an? )?(?:error|typo|abuse))", 14),
    _line("copyright", _B, _LEAD + r"(?:©|\(c\) ?\d{4}|copyright\b(?=.*(?:\d{4}|©|reserved|\bby\b))|(?:all|some) rights reserved|.{0,80}\ball rights reserved\b|this material may not be (?:published|reproduced)|reproduction (?:in whole|prohibited|without)|for republication|terms (?:of (?:use|service)|and conditions)|privacy policy)", 60),
    _line("standards", _B, r"our standards: |.{0,40}\btrust principles\.?$|.{0,60}\bis not responsible for the content of external|this article (?:was|has been) (?:originally|first) (?:published|posted) (?:in|on|by|at)\b.{0,60}$|(?:republished|reprinted) (?:with|by) permission", 30),
    _line("note", _B, r"(?:\(?(?:editors?['’]?s?['’]? note|correction|clarification|update|disclaimer|note to (?:editors|readers)))\b\s*[:–—-].*\b(?:this (?:article|story|report|post|piece|version|headline)|an earlier (?:version|headline)|do(?:es)? not (?:necessarily )?reflect)\b", 70),
    _line("reading time", _B, r"(?:(?:reading|read) time\b.{0,20}|(?:about )?(?:an? )?\d+[ -]?min(?:ute)?s?[ -](?:read|listen|watch|video)\b.{0,12})$", 8),
    _line("page", _B, r"(?:page|p\.) \d+(?: (?:of|/) \d+)?$|(?:(?:prev(?:ious)?|next|first|last|«|»|‹|›|<|>|\b\d{1,3}\b|…|\.\.\.)[\s|·,]*){3,}$|(?:prev(?:ious)?|next)(?: (?:page|article|story|post))?\s*[»›>→]*$|\(?more\)?[\s–—_-]*$|[–—_-]{1,3} ?\d{1,3} ?[–—_-]{1,3}$|get short url\b.{0,12}$", 14),
    _line("rule", _B, r"[\W_]{2,}$"),
    _line("bracketed", _B, r"\[ ?(?:watch|video|listen|audio|play|live|poll|quiz|map|graphic|chart|interactive|advert\w*|ad|accept\b.*|subscribe|sign up|read|more|share|see|click|tap|embed\w*)\b[^\]]{0,120}\]$"),
    _line("video", _B, _LEAD + r"(?:watch(?: live| now| again)?|video|listen|audio|play(?: video)?|live)\s*(?:[:|▶►]|\s[–—-]\s).{0,120}$", 20),
    _line("timer", _B, r"(?:\d{1,2}:)?\d{1,2}:\d{2}$|(?:play|pause|mute|unmute|current time|duration|volume)\b.{0,20}$", 5),
    _line("wire close", _B, r"(?:#{2,}|-?30-|\*{3,}|(?:(?:ends?|more|eom)(?: (?:item|text|all))?))$", 3),
    _line("ap close", _B, r"\(?(?:profile|keywords|attn editors|eds|with ?/?photos?|story can end here|optional (?:trim|add|material)[^)]*)\b.{0,60}\)?$", 14),
    _line("embedded post", _E, r"(?:view this (?:post|photo|thread) on|a post shared by|this (?:post|tweet|content) (?:is|was|cannot|is not|has been)\b.{0,60}$|see more on (?:twitter|x)\b|pic\.(?:twitter|x)\.com/\w+$|https?://\S+$)", 20),
    _line("caption label", _C, r"[\[(]?(?:(?:file|archive|stock|handout|undated|representational|representative)[ -](?:photo(?:graph)?|image|picture|pic|footage)|photo(?:graph)?s?|images?|pictures?|pics?|caption|graphics?|illustrations?|infographics?|cover (?:photo|image))(?: (?:source|credits?|courtesy|copyright|caption|by|of|via|shows)\b|\s*(?:[:|/©]|\s[–—-]\s))", 60),
    _line("caption label", _C, r"[\[(]?(?:file|archive|stock|handout|illustrative)[ -](?:photo(?:graph)?|image|picture|pic|footage)s?[\])]?\.?$|(?:image|media|video|photo) (?:caption|source|credit|copyright)\b|(?:credit|courtesy|photo|credits) ?: .{0,60}$|FILE ?(?:[:–—-]|PHOTO)", 70),
    _line("caption credit", _C, r".*(?:[/|(\[](?: ?photo(?: by|:)?| ?image(?: by|:)?| ?credit:?)?.{0,30}\b(?:getty(?: images)?|reuters|afp|ap(?: photo)?|epa(?:-efe)?|pool|shutterstock|istock|anadolu|xinhua|file|archive)\b.{0,30}[\])]?|\b(?:via getty images|getty images|ap photo|afp photo|reuters photo|shutterstock|file photo))[.\])]?$", 60),
    _line("caption mark", _C, r".*[(\[](?:photo|image|picture|credit|source|courtesy|file|archive|left|right|centre|center|above|below|pictured)(?:\b[^)\]]{0,50})?[)\]]\.?$(?<![.!?][)\]])", 40),
    _line("contributed", _Y, r"(?:[—–-]+ ?)?(?:[\w.'’, -]{2,80}\b(?:and|with|of)? ?)?(?:contributed|reported from) (?:to|from|reporting)? ?(?:this|from|reporting)\b.{0,80}$|.{0,140}\b(?:contributed (?:to this|reporting)|assisted in this report)\b.{0,40}$", 40),
    _line("reporting by", _Y, r"[(\[]?(?:additional )?(?:reporting|writing|editing|compiled|edited|translated|produced|written|reported|research) (?:and (?:writing|editing|reporting) )?by\b.{0,200}$", 40),
    _line("source line", _Y, r"(?:source|sources|via)\s*[:|]\s?[^.!?]{2,60}$|(?:with|from) (?:agencies|wires|agency inputs|inputs from .{2,40}|files from .{2,40})\.?$|[\w.'’ ]{2,40} (?:with|and) (?:news )?agencies$|\(?(?:with )?inputs? from .{2,60}$|agenc(?:y|ies)$", 14),
    _line("about author", _Y, r"(?:follow|contact|e-?mail|reach) (?:the (?:author|writer|reporter)|him|her|them|[A-Z]\w+(?: [A-Z]\w+)?)\b.{0,20}(?: on | at |@|\bvia\b)", 25),
    _line("address", _Y, r"(?:[—–-]+ ?)?(?:e-?mail\s*:?\s*)?[\w.+-]+@[\w-]+\.[\w.]+\W*$|(?:twitter|x)\s*:\s*@\w+$|@\w{2,20}$", 6),
)  # fmt: skip

# A byline keeps its case: "By Jane Roe" is one, "by Monday" is none.
_NAME = r"[^\W\d_a-z][\w.'’-]+"
_ROLE = (
    r"(?:staff (?:writer|reporter)|(?:senior |chief |special |foreign |diplomatic |defen[cs]e |political |our |\w+ )*(?:correspondents?|reporters?|editors?|writers?|desk|bureau(?: chief)?|columnists?|analysts?"
    r"|agencies|agency|staff|team|service|contributors?|newsroom|press|wire))"
)
BYLINE = re.compile(
    rf"(?:[—–-]+ ?)?(?:(?:(?:(?:posted|written|reported|story|text|words|analysis|opinion) )?(?:by|BY|By)|(?:Posted|Written|Reported|Story|Text|Words|Analysis|Opinion) by)"
    rf"(?: (?:{_NAME}|(?i:the|our|a|of|de|del|der|von|van|bin|al|el|la|in|for|and|with|&)|(?i:{_ROLE}))[,;|/]?){{1,14}}|(?:From|from|FROM) (?:our|Our|OUR) [\w ]{{3,40}}"
    rf"|{_NAME}(?: {_NAME}){{1,3}}(?:,| [|·•–—-]) (?i:[\w ]{{0,30}}?{_ROLE}(?: in [\w ]{{2,20}})?)"
    rf"|(?:Associated Press|AP|AFP|Reuters|Staff|Special)(?: [\w-]+)? (?i:writers?|reporters?|correspondents?)|(?:AFP|AP|Reuters|UPI|Xinhua|IANS|PTI|ANI|TASS|EFE|DPA|ANSA|Agencies|Staff|Staff Report(?:er)?))\W{{0,2}}$"
)

# Stretches inside a paragraph, by kind. A pattern marks what it matches, or its group `n`.
INLINE_RULES: tuple[tuple[str, NoiseKind, re.Pattern[str]], ...] = (
    ("buttons", _B, re.compile(r"\[ ?(?:accept|reject|more options|manage|got it|agree|subscribe|sign up|watch|video|listen|play|read more|read also|also read|see also|share|click|tap|advert\w*|embed\w*|related)\b[^\]\n]{0,120}\](?:\s*\[[^\]\n]{1,30}\])*", re.I)),
    ("cookies", _B, re.compile(r"(?:we use|this (?:site|website) uses) cookies[^.!?\n]{0,120}[.!?](?:\s*(?:OK|Okay|Accept(?: all)?|Got it)\b[^.!?\n]{0,20}[.!]?)*", re.I)),
    ("reading time", _B, re.compile(r"(?:[|·•]\s*)?\b\d+[ -]min(?:ute)?s?[ -]read\b", re.I)),
    ("short address", _B, re.compile(r"Get short URL(?: \d+){0,3}\b")),
    ("continues", _B, re.compile(r"\b(?:advertisement[\s:–—-]*)?(?:story|article) continues (?:below|after)(?: (?:this |the )?(?:advertisement|advert|ad|video|gallery|image))?\b\.?", re.I)),
    ("advertisement", _B, re.compile(r"(?:(?<=[.!?”\"’])|(?<=^))\s*(?P<n>ADVERTISEMENT|Advertisement|SPONSORED|SKIP AD|Skip advertisement)(?=\s+[A-Z“\"]|\s*$)")),
    ("button in capitals", _B, re.compile(r"(?P<n>(?:CLICK HERE|READ MORE|WATCH NOW|SIGN UP|SUBSCRIBE|READ NEXT|RELATED|SEE ALSO|ALSO READ|DOWNLOAD)\b(?:[ ,:&’'-]+[A-Z0-9][A-Z0-9’'.&-]*){1,14}(?![a-z]))")),
    ("offer", _B, re.compile(r"(?:(?<=[.!?”\"’])|(?<=^))\s*(?P<n>(?:(?:Enjoyed this\?|Like what you read\?|Like this\?)\s*)?(?:Sign up|Subscribe|Get our|Get the|Join our|Follow us|Download our|Tap here|Click here)\b(?![^.!?\n]*\b(?:said|says|told)\b)[^.!?\n]{0,60}\b" + _OFFER + r"\b[^.!?\n]{0,60}(?:[.!?]|$))", re.I)),
    ("photo credit", _C, re.compile(r"[(\[](?:AP |AFP |Reuters |file )?(?:photo|image|picture|photograph|credit|photo credit)s?(?: (?:by|via|from|courtesy|credit))?\b ?[:/]?[^)\]\n]{0,90}[)\]]", re.I)),
    ("post button", _E, re.compile(r"\bpic\.(?:twitter|x)\.com/\w+|\bhttps?://t\.co/\w+|\bView this post on (?:Instagram|X|Twitter)\b\.?(?:\s*A post shared by [^()\n]{1,60}\(@\w+\))?|\bA post shared by [^()\n]{1,60}\(@[\w.]+\)", re.I)),
)  # fmt: skip

# Teasers inside a paragraph whose lines were run together: they end at a sentence end or where a new sentence begins with a capital.
INLINE_TEASER = re.compile(
    r"(?:(?<=[.!?”\"’)\]])|(?<=^))\s*(?P<n>(?:don['’]t miss|read more|read also|also read|see also|read next|most read|related(?: (?:story|stories|article|articles))?"
    r"|must read|recommended|watch(?: live| now)?|listen|in pictures|more on this story|more)\s?[:|]\s)",
    re.I | re.M,
)
