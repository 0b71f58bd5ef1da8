"""XML that is the same for the same content: Qt orders attributes anew each time, and QGIS invents ids for symbols."""

import re

from qgis.PyQt.QtCore import QBuffer, QIODevice, QXmlStreamWriter
from qgis.PyQt.QtXml import QDomDocument

_INVENTED = re.compile(r"\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}")


_BY_CHANCE = ("elevation",)  # how a profile would be drawn, in colours that QGIS throws dice for


def ordered_xml(text):
    """An XML text as another one that means the same, its attributes sorted by name and its nodes indented."""
    document = QDomDocument()
    document.setContent(text)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QXmlStreamWriter(buffer)
    writer.setAutoFormatting(True)
    writer.setAutoFormattingIndent(1)
    if document.doctype().name():
        writer.writeDTD(f"<!DOCTYPE {document.doctype().name()}>")
    _write(writer, document.documentElement())
    writer.writeEndDocument()
    return bytes(buffer.data()).decode("utf-8").lstrip("\n")


def _write(writer, element):
    writer.writeStartElement(element.tagName())
    attributes = element.attributes()
    found = [attributes.item(number) for number in range(attributes.count())]
    for name, value in sorted((one.nodeName(), one.nodeValue()) for one in found):
        if not _INVENTED.fullmatch(value):
            writer.writeAttribute(name, ordered_xml(value) if value.startswith("<") else value)
    node = element.firstChild()
    while not node.isNull():
        if node.isElement() and node.nodeName() not in _BY_CHANCE:
            _write(writer, node.toElement())
        elif node.isText():
            writer.writeCharacters(node.nodeValue())
        node = node.nextSibling()
    writer.writeEndElement()
