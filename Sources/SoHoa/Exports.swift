// Who imports SoHoa gets the values that it speaks and the folder of dictionaries that it wants.
@_exported import SoHoaDictionaries
@_exported import SoHoaModel
