// Who imports SoHoa gets the values that it speaks, the folder of dictionaries that it wants and the kinds of
// searchable PDF that it writes.
@_exported import SoHoaDictionaries
@_exported import SoHoaModel
@_exported import SoHoaPDF
