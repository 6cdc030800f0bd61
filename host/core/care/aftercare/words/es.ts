// The sheet for afterwards in Spanish: every English text of it, and the areas by their
// names. Written by us and read by nobody who practises in it.

/** Texts by the English ones. */
export const SAYS: Readonly<Record<string, string>> = {
  ['Cool water, gentle cleanser, bland moisturiser. No make-up, creams with active '
    + 'substances, sport, sweat, heat, swimming or alcohol, and nothing that seals the skin.']:
    'Agua fresca, limpieza suave, crema hidratante sencilla. Sin maquillaje, cremas con '
    + 'principios activos, deporte, sudor, calor, natación ni alcohol, y nada que tape la piel.',
  ['Cool water, gentle cleanser, bland moisturiser. No make-up, creams with active '
    + 'substances, sport, sweat, heat, swimming or alcohol, and nothing that seals the skin. '
    + 'No contact lenses, and nothing near the lid.']:
    'Agua fresca, limpieza suave, crema hidratante sencilla. Sin maquillaje, cremas con '
    + 'principios activos, deporte, sudor, calor, natación ni alcohol, y nada que tape la '
    + 'piel. Sin lentillas, y nada cerca del párpado.',
  'Make-up again': 'Maquillaje otra vez',
  'Mineral make-up at first, with clean brushes.':
    'Al principio maquillaje mineral, con brochas limpias.',
  'Sunscreen every day from now on': 'Protector solar todos los días desde ahora',
  'Mineral, SPF 30 or more.': 'Mineral, FPS 30 o más.',
  'Today': 'Hoy',
  'End of the first three days': 'Fin de los tres primeros días',
  'Until now strictly no sun. Do not pick or rub what flakes.':
    'Hasta aquí, nada de sol. No arranque ni frote lo que se descama.',
  'Sport and sauna again': 'Deporte y sauna otra vez',
  'If nothing is hot or sore any more.': 'Si ya nada está caliente ni duele.',
  'Redness expected to be gone': 'Se espera que el enrojecimiento haya pasado',
  'If it is not gone by day 5, call us.': 'Si el día 5 no ha pasado, llámenos.',
  'Next visit, wished for': 'Próxima visita, deseada',
  'Active creams and retinoids again': 'Cremas activas y retinoides otra vez',
  'Active creams again': 'Cremas activas otra vez',
  'One at a time, if the skin is calm.': 'De una en una, si la piel está tranquila.',
  'Retinoids again': 'Retinoides otra vez',
  'Every second evening at first.': 'Al principio, una noche sí y otra no.',
  'Out of the sun, and no peel, until here': 'Hasta aquí, sin sol y sin peeling',
  'No sunbathing, no tanning bed, no peel, laser or waxing. Sunscreen goes on.':
    'Sin tomar el sol, sin solárium, sin peeling, láser ni cera. El protector solar sigue.',
  '24 hours': '24 horas',
  '72 hours': '72 horas',
  'day 7': 'día 7',
  'day 14': 'día 14',
  'day 28': 'día 28',
  'month 3': 'mes 3',
  'month 6': 'mes 6',
  'Is redness even, and is there no spreading warmth, pus, blister or fever?':
    '¿Es parejo el enrojecimiento, y no hay calor que se extiende, pus, ampollas ni fiebre?',
  'Is redness fading and pain gone? No sun on the skin so far?':
    '¿Cede el enrojecimiento y ya no hay dolor? ¿Nada de sol en la piel hasta ahora?',
  'Is the skin closed and calm? Any line, track, roughness or redness left?':
    '¿Está la piel cerrada y tranquila? ¿Queda alguna línea, marca, aspereza o '
    + 'enrojecimiento?',
  'Any darker or lighter patch, or any lump?':
    '¿Alguna mancha más oscura o más clara, o algún bulto?',
  'Any change of pigment, lump or line? May the next visit be planned?':
    '¿Algún cambio de pigmento, bulto o línea? ¿Se puede planear la próxima visita?',
  'What has changed since the first visit? Any lump that came late?':
    '¿Qué ha cambiado desde la primera visita? ¿Algún bulto tardío?',
  'What has stayed of it? Is a refresher wanted?': '¿Qué ha quedado? ¿Se desea un refuerzo?',
  'pain in the eye, or seeing worse or otherwise than before':
    'dolor en el ojo, o ver peor o distinto que antes',
  'Go to an eye emergency service at once.': 'Vaya de inmediato a urgencias oftalmológicas.',
  'redness that spreads, warmth, pus, fever, or pain that grows':
    'enrojecimiento que se extiende, calor, pus, fiebre o dolor que aumenta',
  'See a doctor today, and tell us.': 'Vaya hoy al médico y avísenos.',
  'a burn, a dent in the contour, or numb skin':
    'una quemadura, un hundimiento del contorno o piel dormida',
  'Call us today; do not put anything on it.': 'Llámenos hoy; no se ponga nada encima.',
  'a cold sore, or the tingling before one': 'un herpes labial, o el hormigueo previo',
  'Call us today; the medicine works best at the beginning.':
    'Llámenos hoy; la medicina actúa mejor al principio.',
  'redness for more than five days, new roughness, or skin that looks thinner':
    'enrojecimiento de más de cinco días, aspereza nueva o piel que parece más fina',
  'Call us; the skin has to be looked at before anything else is done to it.':
    'Llámenos; hay que ver la piel antes de hacerle nada más.',
  'lines or tracks that follow the path of the pen':
    'líneas o marcas que siguen el recorrido del lápiz',
  'Call us, and keep it out of the sun.': 'Llámenos y protéjalo del sol.',
  'lumps or bumps, even weeks later': 'bultos, incluso semanas después',
  'Call us; do not treat them yourself.': 'Llámenos; no los trate usted.',
  'patches that become darker or lighter': 'manchas que se oscurecen o se aclaran',
  'swelling': 'hinchazón',
  'Tightness now is swelling, and it goes; it is not the result.':
    'La tirantez de ahora es hinchazón, y pasa; no es el resultado.',
  'quiet weeks': 'semanas tranquilas',
  'Little or nothing is to be seen, which is as it should be.':
    'Se ve poco o nada, y así debe ser.',
  'first changes': 'primeros cambios',
  'Texture may begin to look better in some people.':
    'En algunas personas la textura puede empezar a verse mejor.',
  'at its best': 'en su mejor momento',
  'What there is to see is mostly there; in studies for clearance about half improved.':
    'Lo que se ha de ver ya está casi todo; en los estudios de autorización mejoró cerca de '
    + 'la mitad.',
  ['Dates are a forecast from what clinics and makers tell, not a promise; your own skin '
    + 'decides. Nobody can promise a result. This sheet replaces no medical advice.']:
    'Las fechas son una previsión según lo que cuentan clínicas y fabricantes, no una '
    + 'promesa; decide su propia piel. Nadie puede prometer un resultado. Esta hoja no '
    + 'sustituye el consejo médico.',
  'After your microneedling': 'Después de su microneedling',
  'Treated': 'Tratado',
  'The first month': 'El primer mes',
  'What to do, and when': 'Qué hacer, y cuándo',
  'When we ask how it is': 'Cuándo preguntaremos cómo va',
  'What may be seen, counted from the first visit of a series':
    'Lo que puede verse, contado desde la primera visita de una serie',
  'Do not wait with any of these': 'No espere con ninguno de estos signos',
  'When somebody asks how it is': 'Cuándo preguntará alguien cómo va',
  'After the visit of': 'Después de la visita del',
  'with a photograph': 'con una foto',
  'Please take a photograph.': 'Haga una foto, por favor.',
  'How is the skin?': '¿Cómo está la piel?',
  'Call': 'Llamar a',
  'at once': 'ya',
  'today': 'hoy',
  'soon': 'pronto',
  'redness may last': 'puede durar el rojo',
  'no make-up': 'sin maquillaje',
  'no sport, no sauna': 'sin deporte ni sauna',
  'no active creams': 'sin cremas activas',
  'no sun, no peel': 'sin sol ni peeling',
  'from day': 'desde el día',
  'days': 'días',
  'of': 'de',
};

/** Areas by their name, and by name and side. */
export const PLACES: Readonly<Record<string, string>> = {
  'upper-eyelid': 'párpado superior',
  infraorbital: 'zona bajo el ojo',
  'crows-feet': 'patas de gallo',
  forehead: 'frente',
  temple: 'sien',
  glabella: 'entrecejo',
  nose: 'nariz',
  cheek: 'mejilla',
  perioral: 'contorno de la boca',
  vermilion: 'rojo del labio',
  chin: 'mentón',
  jawline: 'línea mandibular',
  submental: 'bajo el mentón',
  neck: 'cuello',
  decolletage: 'escote',
  scalp: 'cuero cabelludo',
  abdomen: 'abdomen',
  'upper-arm': 'brazo',
  forearm: 'antebrazo',
  hand: 'dorso de la mano',
  back: 'espalda',
  buttock: 'glúteo',
  thigh: 'muslo',
  knee: 'rodilla',
  'upper-eyelid-left': 'párpado superior izquierdo',
  'upper-eyelid-right': 'párpado superior derecho',
  'infraorbital-left': 'zona bajo el ojo izquierdo',
  'infraorbital-right': 'zona bajo el ojo derecho',
  'crows-feet-left': 'patas de gallo izquierdas',
  'crows-feet-right': 'patas de gallo derechas',
  'temple-left': 'sien izquierda',
  'temple-right': 'sien derecha',
  'cheek-left': 'mejilla izquierda',
  'cheek-right': 'mejilla derecha',
  'jawline-left': 'línea mandibular izquierda',
  'jawline-right': 'línea mandibular derecha',
  'upper-arm-left': 'brazo izquierdo',
  'upper-arm-right': 'brazo derecho',
  'forearm-left': 'antebrazo izquierdo',
  'forearm-right': 'antebrazo derecho',
  'hand-left': 'dorso de la mano izquierda',
  'hand-right': 'dorso de la mano derecha',
  'buttock-left': 'glúteo izquierdo',
  'buttock-right': 'glúteo derecho',
  'thigh-left': 'muslo izquierdo',
  'thigh-right': 'muslo derecho',
  'knee-left': 'rodilla izquierda',
  'knee-right': 'rodilla derecha',
  midline: 'centro',
  left: 'izquierda',
  right: 'derecha',
};
